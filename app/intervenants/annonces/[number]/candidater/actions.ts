"use server";

import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";
import { applyToAd } from "@/lib/trainers/applications/apply-to-ad";
import { applyInput } from "@/lib/trainers/applications/schemas";

export const applyAction = action({
  name: "application.apply",
  policy: "signed_in",
  application: "intervenants",
  schema: applyInput,
  limit: { points: 30, per: 3600, by: "account" },
  verb: applyToAd,
  then: ({ state }) => ({
    redirectTo: state === "sent" ? paths.trainers.applications({ message: "envoyee" }) : paths.trainers.cv({ message: "candidature" }),
  }),
});
