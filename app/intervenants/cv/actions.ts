"use server";

import { plural } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";
import { decideProposal, decideProposalInput } from "@/lib/trainers/cv-import/decide-proposal";
import { readCv } from "@/lib/trainers/cv-import/read-cv";
import { addLine, removeLine } from "@/lib/trainers/profile/lines";
import { saveLine, savePage } from "@/lib/trainers/profile/save-page";
import {
  addLineInput,
  attachCvInput,
  attachDiplomaInput,
  lineInput,
  noInput,
  saveLineInput,
  savePageInput,
} from "@/lib/trainers/profile/schemas";
import { setCvFile } from "@/lib/trainers/profile/set-cv-file";
import { setDiploma } from "@/lib/trainers/profile/set-diploma";
import { submitProfile } from "@/lib/trainers/profile/submit-profile";

export const savePageAction = action({
  name: "trainers.save_page",
  policy: "signed_in",
  application: "intervenants",
  schema: savePageInput,
  verb: savePage,
  then: (outcome, { page }) => {
    if (outcome === "next") return { redirectTo: paths.trainers.cvPage("parcours") };
    if (outcome === "sent") return { redirectTo: paths.trainers.cv({ message: "transmis" }) };
    if (outcome === "incomplete") return { redirectTo: paths.trainers.cv({ message: "incomplet" }) };
    return { message: "Vos réponses sont enregistrées.", refresh: paths.trainers.cvPage(page) };
  },
});

export const saveLineAction = action({
  name: "trainers.save_line",
  policy: "signed_in",
  application: "intervenants",
  schema: saveLineInput,
  verb: async (ctx, input) => {
    await saveLine(ctx, input);
  },
  then: () => ({ redirectTo: paths.trainers.cvPage("parcours", "tableaux") }),
});

export const addLineAction = action({
  name: "trainers.add_line",
  policy: "signed_in",
  application: "intervenants",
  schema: addLineInput,
  limit: { points: 120, per: 3600, by: "account" },
  verb: addLine,
  then: ({ lineId }) => ({ redirectTo: paths.trainers.cvLine(lineId) }),
});

export const removeLineAction = action({
  name: "trainers.remove_line",
  policy: "signed_in",
  application: "intervenants",
  schema: lineInput,
  verb: removeLine,
  then: () => ({ message: "La ligne est supprimée.", refresh: paths.trainers.cvPage("parcours") }),
});

export const attachDiplomaAction = action({
  name: "trainers.attach_diploma",
  policy: "signed_in",
  application: "intervenants",
  schema: attachDiplomaInput,
  verb: setDiploma,
  then: () => ({ message: "Votre fichier est enregistré." }),
});

export const attachCvFileAction = action({
  name: "trainers.attach_cv_file",
  policy: "signed_in",
  application: "intervenants",
  schema: attachCvInput,
  verb: setCvFile,
  then: () => ({ message: "Votre CV est enregistré." }),
});

export const removeDiplomaAction = action({
  name: "trainers.remove_diploma",
  policy: "signed_in",
  application: "intervenants",
  schema: lineInput,
  verb: (ctx, { lineId }) => setDiploma(ctx, { lineId, fileId: null }),
  then: (_, { lineId }) => ({ message: "Le fichier est retiré.", refresh: paths.trainers.cvLine(lineId) }),
});

export const removeCvFileAction = action({
  name: "trainers.remove_cv_file",
  policy: "signed_in",
  application: "intervenants",
  schema: noInput,
  verb: (ctx) => setCvFile(ctx, { fileId: null }),
  then: () => ({ message: "Le CV est retiré.", refresh: paths.trainers.cvPage("parcours") }),
});

export const readCvAction = action({
  name: "trainers.read_cv",
  policy: "signed_in",
  application: "intervenants",
  schema: noInput,
  limit: { points: 10, per: 3600, by: "account" },
  verb: (ctx) => readCv(ctx),
  then: ({ count }) => ({
    message:
      count === 0
        ? "Rien n’a été reconnu dans ce fichier : remplissez le formulaire vous-même, le fichier reste joint."
        : `Lecture terminée : ${plural(count, "proposition à vérifier", "propositions à vérifier")}.`,
    refresh: paths.trainers.cvImport,
  }),
});

export const decideProposalAction = action({
  name: "trainers.decide_proposal",
  policy: "signed_in",
  application: "intervenants",
  schema: decideProposalInput,
  verb: decideProposal,
  then: (_, { decision }) => ({
    message: decision === "take" ? "Ajouté à votre CV." : "Proposition écartée.",
    refresh: paths.trainers.cvImport,
  }),
});

export const submitProfileAction = action({
  name: "trainers.submit_profile",
  policy: "signed_in",
  application: "intervenants",
  schema: noInput,
  verb: submitProfile,
  then: () => ({ redirectTo: paths.trainers.cv({ message: "transmis" }) }),
});
