"use server";

import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";
import { retirePhrasing, savePhrasing } from "@/lib/trainers/review/save-phrasing";
import { phrasingInput, savePhrasingInput } from "@/lib/trainers/review/schemas";

export const savePhrasingAction = action({
  name: "phrasing.save",
  policy: "staff",
  application: "gestion",
  schema: savePhrasingInput,
  verb: savePhrasing,
  then: () => ({ redirectTo: paths.manage.phrasings({ message: "enregistre" }) }),
});

export const retirePhrasingAction = action({
  name: "phrasing.retire",
  policy: "staff",
  application: "gestion",
  schema: phrasingInput,
  verb: retirePhrasing,
  then: () => ({ redirectTo: paths.manage.phrasings({ message: "retire" }) }),
});
