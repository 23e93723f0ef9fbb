"use server";

import { blockAccount } from "@/lib/accounts/people/block-account";
import { blockAccountInput, personInput } from "@/lib/accounts/people/schemas";
import { signOutPerson } from "@/lib/accounts/people/sign-out-person";
import { unblockAccount } from "@/lib/accounts/people/unblock-account";
import { grantRole } from "@/lib/accounts/roles/grant-role";
import { grantRoleInput, withdrawRoleInput } from "@/lib/accounts/roles/schemas";
import { withdrawRole } from "@/lib/accounts/roles/withdraw-role";
import { resetSecondFactors } from "@/lib/accounts/second-factor/reset-second-factors";
import { plural } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";
import { liftWait } from "@/lib/trainers/review/lift-wait";

export const grantRoleAction = action({
  name: "role.grant",
  policy: "administrator",
  application: "gestion",
  schema: grantRoleInput,
  verb: grantRole,
  then: ({ label }, { accountId }) => ({
    message: `Rôle donné : ${label}. La personne reçoit un courriel.`,
    refresh: paths.manage.person(accountId),
  }),
});

export const withdrawRoleAction = action({
  name: "role.withdraw",
  policy: "administrator",
  application: "gestion",
  schema: withdrawRoleInput,
  verb: withdrawRole,
  then: ({ accountId, label }) => ({
    message: `Rôle retiré : ${label}. La personne reçoit un courriel.`,
    refresh: paths.manage.person(accountId),
  }),
});

export const blockAccountAction = action({
  name: "account.block",
  policy: "administrator",
  application: "gestion",
  schema: blockAccountInput,
  verb: blockAccount,
  then: (_, { accountId }) => ({
    message: "Compte bloqué. La personne reçoit un courriel avec le motif.",
    refresh: paths.manage.person(accountId),
  }),
});

export const unblockAccountAction = action({
  name: "account.unblock",
  policy: "administrator",
  application: "gestion",
  schema: personInput,
  verb: unblockAccount,
  then: (_, { accountId }) => ({ message: "Compte débloqué. La personne reçoit un courriel.", refresh: paths.manage.person(accountId) }),
});

export const liftWaitAction = action({
  name: "trainer.lift_wait",
  policy: "administrator",
  application: "gestion",
  schema: personInput,
  verb: liftWait,
  then: (_, { accountId }) => ({
    message: "Délai levé. La personne peut transmettre sa demande.",
    refresh: paths.manage.person(accountId),
  }),
});

export const signOutPersonAction = action({
  name: "session.end_all",
  policy: "administrator",
  application: "gestion",
  schema: personInput,
  verb: signOutPerson,
  then: ({ endedSessions }, { accountId }) => ({
    message: `${plural(endedSessions, "session terminée", "sessions terminées")}.`,
    refresh: paths.manage.person(accountId),
  }),
});

export const resetFactorsAction = action({
  name: "account.factors_reset",
  policy: "administrator",
  application: "gestion",
  schema: personInput,
  verb: resetSecondFactors,
  then: (_, { accountId }) => ({
    message: "Seconds facteurs retirés. La personne reçoit un courriel.",
    refresh: paths.manage.person(accountId),
  }),
});
