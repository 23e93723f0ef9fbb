"use server";

import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";
import { saveForm } from "@/lib/trainers/dossier/form/save-form";
import { dossierFormInput, signHonourInput } from "@/lib/trainers/dossier/form/schemas";
import { signHonour } from "@/lib/trainers/dossier/honour/sign-honour";
import { renewOrder } from "@/lib/trainers/dossier/renew-order";
import { restoreBlock } from "@/lib/trainers/dossier/restore-block";
import { blockInput, pieceInput, setPieceInput } from "@/lib/trainers/dossier/schemas";
import { setPiece } from "@/lib/trainers/dossier/set-piece";
import { noInput } from "@/lib/trainers/profile/schemas";

export const sendDossierAction = action({
  name: "trainers.send_dossier",
  policy: "signed_in",
  application: "intervenants",
  schema: dossierFormInput,
  secrets: ["seen", "nir", "iban", "bic", "documentNumber", "birthPlace"],
  verb: saveForm,
  then: (_, { then }) =>
    then === "send"
      ? { redirectTo: paths.trainers.dossier({ message: "transmis" }) }
      : { message: "Vos réponses sont enregistrées.", refresh: paths.trainers.dossier() },
});

export const setPieceAction = action({
  name: "trainers.set_piece",
  policy: "signed_in",
  application: "intervenants",
  schema: setPieceInput,
  verb: setPiece,
  then: () => ({ message: "Votre fichier est enregistré." }),
});

export const removePieceAction = action({
  name: "trainers.remove_piece",
  policy: "signed_in",
  application: "intervenants",
  schema: pieceInput,
  verb: (ctx, { slot }) => setPiece(ctx, { slot, fileId: null }),
  then: () => ({ message: "Le fichier est retiré du formulaire." }),
});

export const restoreBlockAction = action({
  name: "trainers.restore_block",
  policy: "signed_in",
  application: "intervenants",
  schema: blockInput,
  verb: (ctx, input) => restoreBlock(ctx, input),
  then: ({ block, at }) => ({ redirectTo: paths.trainers.dossier({ message: "remis", bloc: block, le: String(at.getTime()) }) }),
});

export const renewOrderAction = action({
  name: "trainers.renew_order",
  policy: "signed_in",
  application: "intervenants",
  schema: noInput,
  verb: renewOrder,
  then: () => ({ redirectTo: paths.trainers.dossier({ message: "inchange" }) }),
});

export const signHonourAction = action({
  name: "trainers.sign_honour",
  policy: "signed_in",
  application: "intervenants",
  schema: signHonourInput,
  limit: { points: 20, per: 3600, by: "account" },
  verb: (ctx, input) => signHonour(ctx, input),
  then: () => ({ redirectTo: paths.trainers.dossier({ message: "signe" }) }),
});
