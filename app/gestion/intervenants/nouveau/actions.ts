"use server";

import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";
import { createTrainer } from "@/lib/trainers/creation/create-trainer";
import { importTrainers, previewTrainers } from "@/lib/trainers/creation/import-trainers";
import { createTrainerInput, importTrainersInput, previewTrainersInput } from "@/lib/trainers/creation/schemas";

export const createTrainerAction = action({
  name: "trainer.create",
  policy: "staff",
  application: "gestion",
  schema: createTrainerInput,
  limit: { points: 300, per: 3600, by: "account" },
  verb: createTrainer,
  then: () => ({ redirectTo: paths.manage.newTrainer({ message: "cree" }) }),
});

export const previewTrainersAction = action({
  name: "trainer.preview_import",
  policy: "staff",
  application: "gestion",
  schema: previewTrainersInput,
  limit: { points: 120, per: 3600, by: "account" },
  verb: previewTrainers,
  then: (preview) => ({ message: "Voici ce que le fichier ferait.", data: preview }),
});

export const importTrainersAction = action({
  name: "trainer.import",
  policy: "staff",
  application: "gestion",
  schema: importTrainersInput,
  limit: { points: 20, per: 3600, by: "account" },
  verb: importTrainers,
  then: () => ({ redirectTo: paths.manage.newTrainer({ message: "import" }) }),
});
