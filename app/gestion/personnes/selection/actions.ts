"use server";

import { actOnPeople } from "@/lib/accounts/people/bulk/act-on-people";
import { actOnPeopleInput } from "@/lib/accounts/people/bulk/schemas";
import { plural } from "@/lib/core/format";
import { action } from "@/lib/entry/action";

export const actOnPeopleAction = action({
  name: "account.act_on_several",
  policy: "administrator",
  application: "gestion",
  schema: actOnPeopleInput,
  limit: { points: 30, per: 300, by: "account" },
  verb: actOnPeople,
  then: (outcomes) => {
    const refused = outcomes.filter(({ done }) => !done).length;
    const done = outcomes.length - refused;
    const words = [
      ...(done === 0 ? [] : [`Fait pour ${plural(done, "personne")}`]),
      ...(refused === 0 ? [] : [`${done === 0 ? "Refusé" : "refusé"} pour ${plural(refused, "personne")}`]),
    ];
    return { message: `${words.join(", ")}.`, data: outcomes };
  },
});
