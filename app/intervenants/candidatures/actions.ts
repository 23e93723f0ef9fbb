"use server";

import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";
import { withdrawInput } from "@/lib/trainers/applications/schemas";
import { withdrawApplication } from "@/lib/trainers/applications/withdraw-application";

export const withdrawAction = action({
  name: "application.withdraw",
  policy: "signed_in",
  application: "intervenants",
  schema: withdrawInput,
  verb: withdrawApplication,
  then: () => ({ redirectTo: paths.trainers.applications({ message: "retiree" }) }),
});
