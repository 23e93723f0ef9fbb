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
    const undone = outcomes.filter(({ done }) => !done).length;
    const done = outcomes.length - undone;
    const words = [
      ...(done === 0 ? [] : [`Fait pour ${plural(done, "personne")}`]),
      ...(undone === 0 ? [] : [`${done === 0 ? "Non fait" : "non fait"} pour ${plural(undone, "personne")}`]),
    ];
    return { message: `${words.join(", ")}.`, data: outcomes };
  },
});
