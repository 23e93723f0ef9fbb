"use server";

import { chooseAudienceInput } from "@/lib/audience/schemas";
import { choiceCookie } from "@/lib/audience/vocabulary";
import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";

export const chooseAudienceAction = action({
  name: "audience.choose",
  policy: "visitor",
  schema: chooseAudienceInput,
  verb: (_ctx, input) => Promise.resolve(input),
  then: ({ matomo }) => ({
    message: "Votre choix est enregistré pour 6 mois. Vous pouvez le changer ici à tout moment.",
    cookie: { ...choiceCookie, value: matomo },
    refresh: paths.home,
  }),
});
