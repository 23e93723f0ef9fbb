"use server";

import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";
import { openDossier } from "@/lib/trainers/dossier/looks/open-dossier";
import { decideVersionInput } from "@/lib/trainers/dossier/schemas";
import { decideAndGoOn, placeAfter } from "@/lib/trainers/dossier/study/decide-and-go-on";
import { revealNumber } from "@/lib/trainers/dossier/study/reveal-number";
import { openDossierInput, revealInput } from "@/lib/trainers/dossier/study/schemas";

export const openDossierAction = action({
  name: "dossier.open",
  policy: "staff",
  application: "gestion",
  schema: openDossierInput,
  limit: { points: 120, per: 3600, by: "account" },
  verb: openDossier,
  then: ({ dossierId }) => ({ redirectTo: paths.manage.dossier(dossierId) }),
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
  then: ({ shown }) => ({ message: "Affichage noté : la personne en est informée dans son espace.", data: { shown } }),
});
