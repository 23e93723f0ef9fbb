"use server";

import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";
import { acceptChange, refuseChange } from "@/lib/trainers/change-requests/decide-change";
import { changeInput, refuseChangeInput } from "@/lib/trainers/change-requests/schemas";

export const acceptChangeAction = action({
  name: "trainer.accept_change",
  policy: "staff",
  application: "gestion",
  schema: changeInput,
  verb: acceptChange,
  then: () => ({ redirectTo: paths.manage.changes({ message: "acceptee" }) }),
});

export const refuseChangeAction = action({
  name: "trainer.refuse_change",
  policy: "staff",
  application: "gestion",
  schema: refuseChangeInput,
  verb: refuseChange,
  then: () => ({ redirectTo: paths.manage.changes({ message: "refusee" }) }),
});
