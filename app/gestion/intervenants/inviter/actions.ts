"use server";

import { plural } from "@/lib/core/format";
import { action } from "@/lib/entry/action";
import { inviteTrainers } from "@/lib/trainers/applications/invite-trainers";
import { inviteInput } from "@/lib/trainers/applications/schemas";

export const inviteAction = action({
  name: "application.invite",
  policy: "staff",
  application: "gestion",
  schema: inviteInput,
  limit: { points: 60, per: 3600, by: "account" },
  verb: inviteTrainers,
  then: (outcomes) => ({
    message: `${plural(outcomes.filter(({ skipped }) => skipped === null).length, "invitation envoyée", "invitations envoyées")}.`,
    data: outcomes,
  }),
});
