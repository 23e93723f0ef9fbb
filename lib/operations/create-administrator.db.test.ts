import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { roleGrants } from "@/db/schema/access";
import { accounts } from "@/db/schema/accounts";
import { auditLog, mails } from "@/db/schema/platform";
import { makeAccount } from "@/db/testing/factories/accounts";
import { inRolledBackTx } from "@/db/testing/rollback";
import { openText } from "@/lib/core/crypto";
import type { TxCtx } from "@/lib/core/ctx";
import { mailContext } from "@/lib/mail/queue-mail";
import { createAdministrator } from "./create-administrator";
import { newAdministrator } from "./schemas";

const person = { address: "jeanne@example.org", civility: "mme", firstName: "Jeanne", lastName: "Martin" } as const;
const readRoles = (tx: TxCtx) => tx.db.select({ accountId: roleGrants.accountId, role: roleGrants.role }).from(roleGrants);
const readMails = (tx: TxCtx) => tx.db.select().from(mails);

test("TR-51 a new administrator gets an account that no password opens, and the very link that is printed by mail", () =>
  inRolledBackTx(async (tx) => {
    const made = await createAdministrator(tx, person);
    if (made.end !== "created") throw new Error(made.end);
    const [account] = await tx.db.select().from(accounts);
    expect(account).toMatchObject({ firstName: "Jeanne", passwordClasses: [] });
    expect(await readRoles(tx)).toEqual([{ accountId: account?.id, role: "administrator" }]);
    const [mail, ...others] = await readMails(tx);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ kind: "reset-password", toAddress: "jeanne@example.org", accountId: account?.id });
    expect(JSON.parse(openText(mail?.secrets ?? "", mailContext(mail?.id ?? "")))).toMatchObject({ url: made.link });
    const told = await tx.db.select({ action: auditLog.action }).from(auditLog);
    expect(told.map(({ action }) => action)).toEqual(["account.create", "role.grant"]);
  }));

test("TR-51 an address that has an account is given the role and told; asked again, nothing more happens", () =>
  inRolledBackTx(async (tx) => {
    const { accountId } = await makeAccount(tx, { address: person.address });
    expect(await createAdministrator(tx, person)).toEqual({ end: "granted" });
    expect(await createAdministrator(tx, person)).toEqual({ end: "already" });
    expect(await readRoles(tx)).toEqual([{ accountId, role: "administrator" }]);
    expect((await readMails(tx)).map(({ kind }) => kind)).toEqual(["role-granted"]);
    expect(await tx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.firstName, "Jeanne"))).toEqual([]);
  }));

test("TR-51 an installation that has an administrator gets a second one: the first one’s role is not theirs", () =>
  inRolledBackTx(async (tx) => {
    await makeAccount(tx, { role: "administrator" });
    await makeAccount(tx, { address: person.address });
    expect(await createAdministrator(tx, person)).toEqual({ end: "granted" });
    expect(await readRoles(tx)).toHaveLength(2);
  }));

test("TR-51 what is typed on the command line is checked like a form: one plain address, real names", () => {
  expect(newAdministrator.safeParse({ ...person, address: "Jeanne@Example.ORG" }).data?.address).toBe("jeanne@example.org");
  for (const wrong of [{ address: "a@b.fr, c@d.fr" }, { civility: "x" }, { firstName: "<b>" }, { lastName: " " }]) {
    expect(newAdministrator.safeParse({ ...person, ...wrong }).success).toBe(false);
  }
});
