import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { mails } from "@/db/schema/platform";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx, testNow } from "@/db/testing/rollback";
import { emails } from "@/emails/registry";
import type { TxCtx } from "@/lib/core/ctx";
import { createDelivery } from "./deliver-mails";
import { localTransport } from "./local-transport";
import { purgeMailsJob } from "./purge-mails-job";
import { queueMail } from "./queue-mail";
import { readMail } from "./read-mail";
import { movableClock } from "./testing/outbox-story";

/** What a structure is told of its trainers: names, and which pieces end. */
async function queueNames(tx: TxCtx, now = testNow): Promise<string> {
  const { props } = emails["pieces-ending-structure"].preview;
  const to = "structure@example.org";
  await queueMail({ ...tx, now }, "pieces-ending-structure", { to, cause: `pieces ${now.toISOString()}`, props, secrets: {} });
  const [mail] = await tx.db.select({ id: mails.id }).from(mails).where(eq(mails.createdAt, now));
  return mail?.id ?? "";
}
const propsOf = async (tx: TxCtx, id: string) => (await tx.db.select().from(mails).where(eq(mails.id, id)))[0]?.props;

test("EI-66 TR-31 a mail that names trainers to their structure is read until it leaves, and keeps no name afterwards", () =>
  inRolledBackTx(async (tx) => {
    const administrator = { ...tx, actor: await makeSignedIn(tx, { role: "administrator" }) };
    const id = await queueNames(tx);
    expect((await readMail(administrator, id)).text).toContain("Durand Camille");
    const delivery = createDelivery(tx, { clock: movableClock(), transport: localTransport() });
    expect(await delivery.drain()).toMatchObject({ sent: 1 });
    expect(await propsOf(tx, id)).toEqual({});
    expect(JSON.stringify(await tx.db.select().from(mails))).not.toContain("Durand");
    expect(await readMail(administrator, id)).toMatchObject({ state: "sent", forgotten: true, html: null, text: null });
  }));

test("EI-66 TR-31 one that never left goes after 14 days; one that left keeps its line", () =>
  inRolledBackTx(async (tx) => {
    const daysAgo = (days: number) => new Date(testNow.getTime() - days * 86_400_000);
    const [young, old, sent] = [await queueNames(tx, daysAgo(13)), await queueNames(tx, daysAgo(15)), await queueNames(tx, daysAgo(16))];
    await tx.db.update(mails).set({ state: "failed" }).where(eq(mails.id, old));
    await tx.db
      .update(mails)
      .set({ state: "sent", sentAt: daysAgo(16) })
      .where(eq(mails.id, sent));
    expect(await purgeMailsJob.run(tx, { asOf: testNow })).toMatchObject({ mailsErased: 1 });
    expect(await propsOf(tx, old)).toBeUndefined();
    expect(await propsOf(tx, young)).toMatchObject({ structure: "Délégation Grand Est" });
    expect(await propsOf(tx, sent)).toBeDefined();
  }));
