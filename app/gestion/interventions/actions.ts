"use server";

import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";
import { importInterventions, previewInterventions } from "@/lib/trainers/interventions/import-interventions";
import { recordIntervention } from "@/lib/trainers/interventions/record-intervention";
import {
  importInterventionsInput,
  previewInterventionsInput,
  recordInterventionInput,
  setImmatriculationInput,
} from "@/lib/trainers/interventions/schemas";
import { setImmatriculation } from "@/lib/trainers/interventions/set-immatriculation";

export const recordInterventionAction = action({
  name: "trainer.record_intervention",
  policy: "staff",
  application: "gestion",
  schema: recordInterventionInput,
  verb: recordIntervention,
  then: () => ({ redirectTo: paths.manage.interventions({ message: "enregistree" }) }),
});

export const previewInterventionsAction = action({
  name: "trainer.preview_interventions",
  policy: "staff",
  application: "gestion",
  schema: previewInterventionsInput,
  limit: { points: 120, per: 3600, by: "account" },
  verb: previewInterventions,
  then: (preview) => ({ message: "Voici ce que le fichier ferait.", data: preview }),
});

export const importInterventionsAction = action({
  name: "trainer.import_interventions",
  policy: "staff",
  application: "gestion",
  schema: importInterventionsInput,
  limit: { points: 60, per: 3600, by: "account" },
  verb: importInterventions,
  then: () => ({ redirectTo: paths.manage.interventions({ message: "import" }) }),
});

export const setImmatriculationAction = action({
  name: "trainer.set_immatriculation",
  policy: "staff",
  application: "gestion",
  schema: setImmatriculationInput,
  verb: setImmatriculation,
  then: () => ({ redirectTo: paths.manage.interventions({ message: "immatriculation" }) }),
});
