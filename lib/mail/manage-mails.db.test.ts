import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { auditLog, localMails, mails } from "@/db/schema/platform";
import { inRolledBackTx, testNow } from "@/db/testing/rollback";
import { emails } from "@/emails/registry";
import type { SignedIn, TxCtx } from "@/lib/core/ctx";
import type { Role } from "@/lib/accounts/roles/vocabulary";
import { listMails, readOutboxHealth } from "./list-mails";
import { listLocalMails, readLocalMail } from "./local-mailbox";
import { purgeMailsJob } from "./purge-mails-job";
import { queueMail } from "./queue-mail";
import { readMail } from "./read-mail";
import { retryMail } from "./retry-mail";
import { listMailsInput } from "./schemas";

const person = (...held: readonly Role[]): SignedIn => ({
  kind: "account",
  accountId: "00000000-0000-4000-8000-000000000001",
  sessionId: "00000000-0000-4000-8000-000000000002",
  firstName: "Camille",
  lastName: "Martin",
  address: "camille@example.org",
  grants: held.map((role) => ({ role, structureId: null, authorityId: null })),
  secondFactor: "passed",
  provedAt: testNow,
  sessionExpiresAt: testNow,
});
const asAdministrator = (tx: TxCtx): TxCtx => ({ ...tx, actor: person("administrator") });

async function queueOne(tx: TxCtx, to: string, now = testNow): Promise<string> {
  const { props, secrets } = emails["confirm-registration"].preview;
  await queueMail({ ...tx, now }, "confirm-registration", { to, cause: `test ${to}`, props, secrets });
  const [mail] = await tx.db.select({ id: mails.id }).from(mails).where(eq(mails.toAddress, to));
  if (mail === undefined) throw new Error("not queued");
  return mail.id;
}

const story = (tell: (tx: TxCtx) => Promise<void>) => inRolledBackTx((tx) => tell(asAdministrator(tx)));
const stateOf = async (tx: TxCtx, id: string) => (await tx.db.select().from(mails).where(eq(mails.id, id)))[0];
const lines = (tx: TxCtx) => tx.db.select({ action: auditLog.action, details: auditLog.details }).from(auditLog);

describe("AD-14 the administrator sends a mail again", () => {
  test.each(["failed", "uncertain"] as const)("that is %s: it is queued afresh, and the act is in the log", (state) =>
    story(async (tx) => {
      const id = await queueOne(tx, "a@example.org");
      await tx.db.update(mails).set({ state, attempts: 22, lastError: "550", doubtSince: testNow, transport: "smtp" });
      await retryMail(tx, { id });
      expect(await stateOf(tx, id)).toMatchObject({
        state: "queued",
        attempts: 0,
        lastError: null,
        doubtSince: null,
        nextAttemptAt: testNow,
      });
      expect(await lines(tx)).toEqual([{ action: "mail.retry", details: { kind: "confirm-registration", from: state } }]);
    }),
  );

  test("not one that left or still waits", () =>
    story(async (tx) => {
      const id = await queueOne(tx, "a@example.org");
      await expect(retryMail(tx, { id })).rejects.toMatchObject({ code: "conflict", message: "Ce courriel est déjà en attente d’envoi." });
      await tx.db.update(mails).set({ state: "sent", sentAt: testNow, secrets: null });
      await expect(retryMail(tx, { id })).rejects.toMatchObject({ code: "conflict", message: "Ce courriel est déjà parti." });
    }));

  test("not one whose link was erased: the reason says what to do", () =>
    story(async (tx) => {
      const id = await queueOne(tx, "a@example.org");
      await tx.db.update(mails).set({ state: "failed", secrets: null });
      await expect(retryMail(tx, { id })).rejects.toMatchObject({
        code: "expired",
        message: expect.stringContaining("refaire sa demande"),
      });
      expect((await readMail(tx, id)).retry).toMatchObject({ allowed: false, code: "expired" });
    }));

  test("nobody else may, nor look at the list or at one mail", () =>
    inRolledBackTx(async (tx) => {
      const id = await queueOne(tx, "a@example.org");
      for (const actor of [{ kind: "visitor" } as const, person(), person("manager", "iel_manager", "course_author")]) {
        const other = { ...tx, actor };
        await expect(retryMail(other, { id })).rejects.toMatchObject({ code: "forbidden" });
        // Nor does the answer tell which mails exist.
        await expect(retryMail(other, { id: "00000000-0000-4000-8000-000000000009" })).rejects.toMatchObject({ code: "forbidden" });
        await expect(readMail(other, id)).rejects.toMatchObject({ code: "forbidden" });
        await expect(listMails(other, {})).rejects.toMatchObject({ code: "forbidden" });
      }
      expect(await lines(tx)).toEqual([]);
    }));
});

test("AD-14 a mail is shown with its links and codes hidden, and the look is in the log", () =>
  story(async (tx) => {
    const id = await queueOne(tx, "a@example.org");
    const seen = await readMail(tx, id);
    for (const part of [seen.html ?? "", seen.text ?? ""]) {
      expect(part).toContain("[lien confidentiel]");
      expect(part).not.toContain("compte/lien/exemple");
      expect(part).not.toContain("1234");
      expect(part).toContain("Bonjour");
    }
    expect(await lines(tx)).toEqual([{ action: "mail.read", details: { kind: "confirm-registration" } }]);
    for (const id of ["00000000-0000-4000-8000-00000000ffff", "1", "-".repeat(36)])
      await expect(readMail(tx, id)).rejects.toMatchObject({ code: "absent" });
  }));

test("AD-14 the list is filtered by state, kind and address, newest first, page by page, each mail once", () =>
  story(async (tx) => {
    for (let index = 0; index < 120; index++)
      await queueOne(tx, `personne${index}@example.org`, new Date(testNow.getTime() + Math.floor(index / 3) * 1000));
    await queueOne(tx, "seule@ailleurs.example");
    await tx.db.update(mails).set({ state: "failed" }).where(eq(mails.toAddress, "seule@ailleurs.example"));

    const at = async (cursor: { after?: string | null; before?: string | null }) => {
      const page = await listMails(tx, listMailsInput.parse({ ...cursor, address: "@EXAMPLE.org" }));
      expect(page).toMatchObject({ count: 120, countIsCapped: false });
      return { ...page, ids: page.mails.map(({ id }) => id) };
    };
    const [first, second, third] = await (async () => {
      const one = await at({});
      const two = await at({ after: one.next });
      return [one, two, await at({ after: two.next })] as const;
    })();
    expect([first, second, third].map(({ ids }) => ids.length)).toEqual([50, 50, 20]);
    expect(new Set([...first.ids, ...second.ids, ...third.ids]).size).toBe(120);
    expect([first.previous, third.next]).toEqual([null, null]);
    const back = await at({ before: third.previous });
    expect(back.ids).toEqual(second.ids);
    const start = await at({ before: back.previous });
    expect([start.ids, start.previous]).toEqual([first.ids, null]);
    // Newer mails than the first page: an empty page that leads nowhere wrong.
    expect(await at({ before: `${testNow.getTime() + 10_000_000}_${first.ids[0] ?? ""}` })).toMatchObject({
      ids: [],
      next: null,
      previous: null,
    });
    const { mails: failed } = await listMails(tx, listMailsInput.parse({ state: "failed", kind: "confirm-registration" }));
    expect(failed.map(({ toAddress }) => toAddress)).toEqual(["seule@ailleurs.example"]);
    expect(await readOutboxHealth(tx)).toMatchObject({ waiting: 120, failed: 1, uncertain: 0, oldestWaiting: testNow });
  }));

test("AD-14 a filter typed by hand in the address is left out, never an error", () => {
  expect(listMailsInput.parse({ state: "x", kind: ["a", "b"], address: "", after: "1_2' or true", before: "x", other: 1 })).toEqual({
    kind: "a",
  });
});

test("TR-01 the local mailbox lists the mails of one address, newest first", () =>
  story(async (tx) => {
    const row = (index: number, toAddress: string) => ({
      id: `00000000-0000-4000-8000-00000000000${index}`,
      toAddress,
      from: "x",
      subject: `n° ${index}`,
      text: "t",
      html: "h",
      sentAt: new Date(testNow.getTime() + index),
    });
    await tx.db.insert(localMails).values([row(1, "a@example.org"), row(2, "b@example.org"), row(3, "a@example.org")]);
    expect((await listLocalMails(tx, { to: " A@Example.org " })).map(({ subject }) => subject)).toEqual(["n° 3", "n° 1"]);
    expect(await listLocalMails(tx, { limit: 2 })).toHaveLength(2);
    expect(await readLocalMail(tx, row(2, "").id)).toMatchObject({ to: "b@example.org", subject: "n° 2" });
    await expect(readLocalMail(tx, "../secret")).rejects.toMatchObject({ code: "absent" });
  }));

test("AD-15 links of mails that never left go after 14 days, the mails after the time of the setting, twice the same", () =>
  story(async (tx) => {
    const daysAgo = (days: number) => new Date(testNow.getTime() - days * 86_400_000);
    await queueOne(tx, "hier@example.org", daysAgo(1));
    await queueOne(tx, "quinze@example.org", daysAgo(15));
    await queueOne(tx, "annee@example.org", daysAgo(365));
    expect(await purgeMailsJob.run(tx, { asOf: testNow })).toEqual({ linksErased: 2, mailsErased: 1, localMailsErased: 0 });
    expect(await purgeMailsJob.run(tx, { asOf: testNow })).toEqual({ linksErased: 0, mailsErased: 0, localMailsErased: 0 });
    const left = await tx.db.select({ to: mails.toAddress, secrets: mails.secrets }).from(mails);
    expect(left.map(({ to, secrets }) => [to, secrets !== null])).toEqual(
      expect.arrayContaining([
        ["hier@example.org", true],
        ["quinze@example.org", false],
      ]),
    );
  }));
