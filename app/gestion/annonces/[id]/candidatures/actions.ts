"use server";

import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";
import { decideApplications } from "@/lib/trainers/applications/decide-applications";
import { decideInput } from "@/lib/trainers/applications/schemas";

export const decideAction = action({
  name: "application.decide",
  policy: "staff",
  application: "gestion",
  schema: decideInput,
  verb: decideApplications,
  then: ({ left }, { adId, decision }) => ({
    redirectTo: paths.manage.adApplications(adId, {
      message: `${decision === "study" ? "etudiees" : "non-retenues"}${left === 0 ? "" : "-sauf"}`,
    }),
  }),
});
