"use server";

import { plural } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";
import { askBlocks } from "@/lib/trainers/dossier/ask-blocks";
import { openDossier } from "@/lib/trainers/dossier/looks/open-dossier";
import { askBlocksInput, decideVersionInput } from "@/lib/trainers/dossier/schemas";
import { decideSeveral } from "@/lib/trainers/dossier/study/decide-several";
import { decideAndGoOn } from "@/lib/trainers/dossier/study/decide-and-go-on";
import { revealNumber } from "@/lib/trainers/dossier/study/reveal-number";
import { decideSeveralInput, openDossierInput, requestInput, revealInput, versionInput } from "@/lib/trainers/dossier/study/schemas";
import { undoDecision } from "@/lib/trainers/dossier/undo-decision";
import { blockLabels } from "@/lib/trainers/dossier/vocabulary";
import { withdrawRequest } from "@/lib/trainers/dossier/withdraw-request";
import { placeAfter } from "./place-after";

export const openDossierAction = action({
  name: "dossier.open",
  policy: "staff",
  application: "gestion",
  schema: openDossierInput,
  limit: { points: 120, per: 3600, by: "account" },
  verb: openDossier,
  then: ({ dossierId }, { bloc }) => ({ redirectTo: paths.manage.dossier(dossierId, { bloc }) }),
});

export const decideVersionAction = action({
  name: "dossier.decide",
  policy: "staff",
  application: "gestion",
  schema: decideVersionInput,
  verb: decideAndGoOn,
  then: (next) => ({ redirectTo: placeAfter(next) }),
});

export const revealNumberAction = action({
  name: "dossier.reveal",
  policy: "staff",
  application: "gestion",
  schema: revealInput,
  verb: revealNumber,
  then: ({ shown }) => ({ message: "Affichage noté : la personne en est informée dans son espace.", data: { shown } }),
});

export const undoDecisionAction = action({
  name: "dossier.undo",
  policy: "staff",
  application: "gestion",
  schema: versionInput,
  verb: undoDecision,
  then: ({ dossierId, block, told }) => ({
    message: `Décision annulée : « ${blockLabels[block]} » attend de nouveau.${told ? " Le courriel du refus était déjà parti." : ""}`,
    refresh: paths.manage.dossier(dossierId),
  }),
});

export const decideSeveralAction = action({
  name: "dossier.decide_several",
  policy: "staff",
  application: "gestion",
  schema: decideSeveralInput,
  limit: { points: 30, per: 300, by: "account" },
  verb: decideSeveral,
  then: (outcomes) => {
    const refused = outcomes.filter(({ done }) => !done).length;
    const done = outcomes.length - refused;
    const words = [
      ...(done === 0 ? [] : [`${plural(done, "bloc")} : décision enregistrée`]),
      ...(refused === 0 ? [] : [`${plural(refused, "bloc")} : rien n’a changé`]),
    ];
    return { message: `${words.join(", ")}.`, data: outcomes };
  },
});

export const askBlocksAction = action({
  name: "dossier.ask",
  policy: "staff",
  application: "gestion",
  schema: askBlocksInput,
  limit: { points: 300, per: 3600, by: "account" },
  verb: askBlocks,
  then: ({ dossierId, blocks }) => ({
    message: `${plural(blocks.length, "bloc demandé", "blocs demandés")} : la personne reçoit un courriel avec le lien vers son formulaire.`,
    refresh: paths.manage.dossier(dossierId),
  }),
});

export const withdrawRequestAction = action({
  name: "dossier.withdraw_request",
  policy: "staff",
  application: "gestion",
  schema: requestInput,
  verb: withdrawRequest,
  then: ({ dossierId }) => ({ message: "Demande retirée.", refresh: paths.manage.dossier(dossierId) }),
});
