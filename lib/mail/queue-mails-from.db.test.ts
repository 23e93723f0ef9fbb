import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { mails } from "@/db/schema/platform";
import { makeAccount } from "@/db/testing/factories/accounts";
import { inRolledBackTx } from "@/db/testing/rollback";
import { queueMail } from "./queue-mail";
import { queueMailsFrom } from "./queue-mails-from";

const said = { number: "0542611003", title: "L’état civil, en « pratique »", reason: "Une personne\ndéjà retenue" };

test("TR-01 mails queued from a query are the same rows as those queued one by one, and come once", () =>
  inRolledBackTx(async (tx) => {
    const { accountId, address } = await makeAccount(tx, { firstName: "Zoé" });
    await queueMail(tx, "application-answered", {
      to: address,
      accountId,
      cause: "one by one",
      props: { ...said, firstName: "Zoé" },
      secrets: {},
    });
    const people = sql`
      select account_id, address as to_address, 'from a query' as cause, jsonb_build_object('firstName', 'Zoé') as props
      from account_addresses where account_id = ${accountId}`;
    expect(await queueMailsFrom(tx, "application-answered", { shared: said, people })).toBe(1);
    expect(await queueMailsFrom(tx, "application-answered", { shared: said, people })).toBe(0);
    const [one, other] = await tx.db.select().from(mails).orderBy(mails.id);
    expect({ ...other, id: one?.id, cause: one?.cause }).toEqual(one);
  }));

test("TR-01 a mail with a link to seal is not queued so", () =>
  inRolledBackTx((tx) =>
    expect(queueMailsFrom(tx, "reset-password", { shared: {}, people: sql`select 1` })).rejects.toThrow("carries secrets"),
  ));
