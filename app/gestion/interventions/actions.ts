"use server";

import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";
import { changeIntervention } from "@/lib/trainers/interventions/change-intervention";
import { importInterventions, previewInterventions } from "@/lib/trainers/interventions/import-interventions";
import { recordIntervention } from "@/lib/trainers/interventions/record-intervention";
import { removeIntervention } from "@/lib/trainers/interventions/remove-intervention";
import {
  changeInterventionInput,
  importInterventionsInput,
  interventionInput,
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

export const changeInterventionAction = action({
  name: "trainer.change_intervention",
  policy: "staff",
  application: "gestion",
  schema: changeInterventionInput,
  verb: changeIntervention,
  then: () => ({ redirectTo: paths.manage.interventions({ message: "corrigee" }) }),
});

export const removeInterventionAction = action({
  name: "trainer.remove_intervention",
  policy: "staff",
  application: "gestion",
  schema: interventionInput,
  verb: removeIntervention,
  then: () => ({ redirectTo: paths.manage.interventions({ message: "supprimee" }) }),
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
