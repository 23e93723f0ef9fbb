"use server";

import { plural } from "@/lib/core/format";
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
  then: ({ done, left }, { adId, decision }) => ({
    message: `${decision === "study" ? `${plural(done, "candidature marquée comme étudiée", "candidatures marquées comme étudiées")}.` : `${plural(done, "candidature non retenue", "candidatures non retenues")} : un courriel part avec votre motif.`}${
      left === 0 ? "" : ` ${plural(left, "autre", "autres")} : rien à faire, son état avait déjà changé.`
    }`,
    refresh: paths.manage.adApplications(adId),
  }),
});
