import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { mails } from "@/db/schema/platform";
import { onCommittedCopy, testCtx, testNow } from "@/db/testing/rollback";
import { createDelivery, type Delivery, type DeliveryOptions } from "./deliver-mails";
import { localTransport } from "./local-transport";
import { resendTransport } from "./resend-transport";
import { smtpTransport } from "./smtp-transport";
import { firstMail, movableClock, type MovableClock, queueSignUps, readLocalMails, readMails } from "./testing/outbox-story";
import { type ResendDouble, startResendDouble } from "./testing/resend-double";
import { type SmtpDouble, startSmtpDouble } from "./testing/smtp-double";
import type { Transport } from "./transport";

let resend: ResendDouble;
let smtp: SmtpDouble;
beforeAll(async () => {
  resend = await startResendDouble();
  smtp = await startSmtpDouble();
});
afterAll(() => Promise.all([resend.close(), smtp.close()]));
beforeEach(() => {
  resend.mode = "ok";
  smtp.mode = "ok";
});

const viaResend = () => resendTransport({ apiKey: "re_test", baseUrl: resend.url, timeout: 0.4 });
const viaSmtp = () => smtpTransport({ url: smtp.url, messageHost: "mon-compte.example", timeout: 0.4 });

interface Story {
  readonly db: Database;
  readonly clock: MovableClock;
  readonly open: (options?: Partial<DeliveryOptions>) => Delivery;
}

/** A committed outbox, and workers on it. */
const outbox = (name: string, transport: () => Transport, story: (given: Story) => Promise<void>) =>
  onCommittedCopy(name, async (db) => {
    const clock = movableClock();
    const transports: Transport[] = [];
    const open = (options: Partial<DeliveryOptions> = {}) => {
      const one = transport();
      transports.push(one);
      return createDelivery(testCtx(db), { clock, transport: one, ...options });
    };
    await story({ db, clock, open });
    for (const one of transports) one.close();
  });

/** Drains until nothing is due, letting the clock jump over every pause; gives the seconds that went by. */
async function drainAll({ db, clock }: Story, delivery: Delivery, rounds = 200): Promise<number> {
  const start = clock.now().getTime();
  for (let round = 0; round < rounds; round++) {
    const { full, pausedUntil } = await delivery.drain();
    if (pausedUntil !== null) clock.forward((pausedUntil.getTime() - clock.now().getTime()) / 1000);
    else if (!full) {
      const waiting = await db.select({ at: mails.nextAttemptAt }).from(mails).where(eq(mails.state, "queued"));
      if (waiting.length === 0) return (clock.now().getTime() - start) / 1000;
      clock.forward(60);
    }
  }
  throw new Error("mails still wait");
}

const messageId = (id: string) => `<${id}@mon-compte.example>`;

test("TR-01 without a transport, a queued mail reaches the local mailbox, once, and its link is erased from the outbox", () =>
  outbox("mail_local", localTransport, async ({ db, open }) => {
    await queueSignUps(db, 3);
    expect((await firstMail(db)).secrets).not.toBeNull();
    expect(await open().drain()).toMatchObject({ sent: 3 });
    expect(await open().drain()).toMatchObject({ sent: 0, full: false });
    const kept = await readLocalMails(db);
    expect(kept.map(({ toAddress }) => toAddress).sort()).toEqual([
      "personne0@example.org",
      "personne1@example.org",
      "personne2@example.org",
    ]);
    expect(kept[0]?.text).toContain("https://example.org/compte/lien/exemple");
    expect(kept[0]?.html).toContain("https://example.org/compte/lien/exemple");
    for (const mail of await readMails(db))
      expect(mail).toMatchObject({ state: "sent", secrets: null, leaseUntil: null, transport: "local", sentAt: testNow });
  }));

test("TR-01 Resend receives the mail with its identifier as idempotency key", () =>
  outbox("mail_resend", viaResend, async ({ db, open }) => {
    await queueSignUps(db, 1);
    const { id } = await firstMail(db);
    await open().drain();
    expect(resend.accepted.get(id)).toBe(1);
    expect(resend.bodies.get(id)).toMatchObject({
      to: ["personne0@example.org"],
      subject: "Mon Compte CNFPT - Confirmation de votre inscription",
      reply_to: "contact@demo.example",
    });
    expect(await firstMail(db)).toMatchObject({ state: "sent", providerId: `resend-${id}`, secrets: null });
  }));

test("TR-01 SMTP receives the mail in HTML and text under a stable Message-ID", () =>
  outbox("mail_smtp", viaSmtp, async ({ db, open }) => {
    await queueSignUps(db, 1);
    const { id } = await firstMail(db);
    await open().drain();
    expect(smtp.accepted.get(messageId(id))).toBe(1);
    expect(smtp.recipients.get(messageId(id))).toEqual(["personne0@example.org"]);
    const source = smtp.sources.get(messageId(id)) ?? "";
    expect(source).toContain("Content-Type: text/plain");
    expect(source).toContain("Content-Type: text/html");
    expect(source).toContain("Auto-Submitted: auto-generated");
    expect(await firstMail(db)).toMatchObject({ state: "sent", providerId: messageId(id), secrets: null });
  }));

describe("TR-01 each fault of the server, then its recovery: the mail is received once", () => {
  test.each(["busy", "error", "hang", "cut", "cut_after_accept", "hang_after_accept"] as const)("Resend %s", (mode) =>
    outbox(`mail_resend_${mode}`, viaResend, async (story) => {
      await queueSignUps(story.db, 1);
      const { id } = await firstMail(story.db);
      const delivery = story.open();
      resend.mode = mode;
      expect(await delivery.drain()).toMatchObject({ sent: 0, postponed: 1, pausedUntil: expect.any(Date) });
      expect(await firstMail(story.db)).toMatchObject({ state: "queued", lastError: expect.stringContaining("Resend") });
      resend.mode = "ok";
      await drainAll(story, delivery);
      expect(resend.accepted.get(id)).toBe(1);
      expect(await firstMail(story.db)).toMatchObject({ state: "sent", doubtSince: null, lastError: null });
    }),
  );

  test.each(["busy", "overloaded", "down", "hang", "cut_before_data"] as const)("SMTP %s", (mode) =>
    outbox(`mail_smtp_${mode}`, viaSmtp, async (story) => {
      await queueSignUps(story.db, 1);
      const { id } = await firstMail(story.db);
      const delivery = story.open();
      smtp.mode = mode;
      expect(await delivery.drain()).toMatchObject({ sent: 0, postponed: 1 });
      expect(await firstMail(story.db)).toMatchObject({ state: "queued", doubtSince: null, lastError: expect.stringContaining("SMTP") });
      smtp.mode = "ok";
      await drainAll(story, delivery);
      expect(smtp.accepted.get(messageId(id))).toBe(1);
    }),
  );

  test.each(["cut_after_accept", "hang_after_accept"] as const)(
    "SMTP %s: nobody knows, so it is shown as uncertain and not sent again",
    (mode) =>
      outbox(`mail_smtp_${mode}`, viaSmtp, async (story) => {
        await queueSignUps(story.db, 1);
        const { id } = await firstMail(story.db);
        const delivery = story.open();
        smtp.mode = mode;
        expect(await delivery.drain()).toMatchObject({ uncertain: 1 });
        smtp.mode = "ok";
        story.clock.forward(7 * 86_400);
        await drainAll(story, delivery);
        expect(smtp.accepted.get(messageId(id))).toBe(1);
        expect(await firstMail(story.db)).toMatchObject({ state: "uncertain", doubtSince: testNow });
      }),
  );
});

test("TR-01 a recipient that the server refuses is a failure at once, and does not hold up the others", () =>
  outbox("mail_refused", viaSmtp, async ({ db, open }) => {
    await queueSignUps(db, 2);
    smtp.mode = "refuse";
    expect(await open().drain()).toMatchObject({ failed: 2, pausedUntil: null });
    for (const mail of await readMails(db)) expect(mail).toMatchObject({ state: "failed", lastError: expect.stringContaining("550") });
  }));

test("TR-01 an address that hides a second recipient is never handed over", () =>
  outbox("mail_injection", viaSmtp, async ({ db, open }) => {
    await queueSignUps(db, 1);
    const { id } = await firstMail(db);
    await db.update(mails).set({ toAddress: "a@example.org\r\nBcc: b@example.org" });
    expect(await open().drain()).toMatchObject({ failed: 1 });
    await db.update(mails).set({ toAddress: "a@example.org", subject: "Bonjour\r\nBcc: b@example.org\r\n\r\nCorps", state: "queued" });
    expect(await open().drain()).toMatchObject({ sent: 1 });
    const source = smtp.sources.get(messageId(id)) ?? "";
    expect(source).not.toMatch(/^Bcc:/imu);
    expect(smtp.recipients.get(messageId(id))).toEqual(["a@example.org"]);
  }));

test("TR-01 Resend forgets its keys after 24 hours: a mail still in doubt then is shown as uncertain", () =>
  outbox("mail_forgotten", viaResend, async ({ db, clock, open }) => {
    await queueSignUps(db, 1);
    const { id } = await firstMail(db);
    resend.mode = "hang_after_accept";
    await open().drain();
    clock.forward(24 * 3600);
    resend.mode = "ok";
    expect(await open().drain()).toMatchObject({ sent: 0, uncertain: 1 });
    expect(resend.accepted.get(id)).toBe(1);
  }));

test("TR-01 a mail in doubt with Resend is not sent by another transport", () =>
  outbox("mail_changed", viaResend, async ({ db, clock, open }) => {
    await queueSignUps(db, 1);
    const { id } = await firstMail(db);
    resend.mode = "cut_after_accept";
    await open().drain();
    clock.forward(60);
    const other = viaSmtp();
    expect(await createDelivery(testCtx(db), { clock, transport: other }).drain()).toMatchObject({ uncertain: 1 });
    other.close();
    expect(smtp.accepted.has(messageId(id))).toBe(false);
  }));

describe("TR-01 a worker that dies at any instant loses nothing and doubles nothing", () => {
  const elapsed = new Date(testNow.getTime() - 1);
  const dead = (over: Partial<typeof mails.$inferInsert>) => ({ state: "sending", leaseUntil: elapsed, ...over }) as const;
  const hoursAgo = (hours: number) => new Date(testNow.getTime() - hours * 3_600_000);

  test.each([
    ["before it handed the mail over", dead({ doubtSince: null }), "sent"],
    ["while Resend was taking it", dead({ transport: "resend", doubtSince: hoursAgo(1) }), "sent"],
    ["while Resend was taking it, two days ago", dead({ transport: "resend", doubtSince: hoursAgo(48) }), "uncertain"],
    ["while an SMTP server was taking it", dead({ transport: "smtp", doubtSince: hoursAgo(1) }), "uncertain"],
    [
      "but its lease still runs: the mail is left to it",
      { state: "sending", leaseUntil: new Date(testNow.getTime() + 1000), transport: "resend", doubtSince: testNow } as const,
      "sending",
    ],
  ])("%s", (name, row, expected) =>
    outbox(`mail_dead_${name.length}`, viaResend, async ({ db, open }) => {
      await queueSignUps(db, 1);
      await db.update(mails).set(row);
      await open().drain();
      expect(await firstMail(db)).toMatchObject({ state: expected });
    }),
  );

  test("after a local mail was written: the mark and the mail are one transaction", () =>
    outbox("mail_dead_local", localTransport, async ({ db, open }) => {
      await queueSignUps(db, 1);
      await db.update(mails).set(dead({ transport: "local", doubtSince: hoursAgo(100) }));
      await open().drain();
      expect(await readLocalMails(db)).toHaveLength(1);
    }));
});

test(
  "TR-01 five hundred mails queued during an outage are each received once when the server is back",
  () =>
    outbox("mail_outage", viaResend, async (story) => {
      await queueSignUps(story.db, 500);
      const delivery = story.open();
      const before = resend.calls();
      for (const mode of ["error", "busy", "cut"] as const) {
        resend.mode = mode;
        for (let minute = 0; minute < 20; minute++) {
          await delivery.drain();
          story.clock.forward(60);
        }
      }
      expect(resend.calls() - before).toBeLessThan(100);
      resend.mode = "ok";
      const waited = await drainAll(story, delivery);
      expect(waited).toBeLessThanOrEqual(300);
      const all = await readMails(story.db);
      expect(all.map(({ state }) => state)).toEqual(Array.from({ length: 500 }, () => "sent"));
      expect(all.map(({ id }) => resend.accepted.get(id))).toEqual(Array.from({ length: 500 }, () => 1));
    }),
  60_000,
);

test("TR-01 two workers on one outbox share it and send nothing twice", () =>
  outbox("mail_two", viaSmtp, async ({ db, open }) => {
    await queueSignUps(db, 60);
    const [one, two] = [open({ batch: 7 }), open({ batch: 7 })];
    let sent = 0;
    while (sent < 60) for (const report of await Promise.all([one.drain(), two.drain()])) sent += report.sent;
    const all = await readMails(db);
    expect(all.map(({ id }) => smtp.accepted.get(messageId(id)))).toEqual(Array.from({ length: 60 }, () => 1));
  }));

test("TR-01 a mail that cannot be opened waits, does not hold up the others, and ends as a failure", () =>
  outbox("mail_unreadable", localTransport, async ({ db, clock, open }) => {
    await queueSignUps(db, 2);
    const { id } = await firstMail(db);
    await db.update(mails).set({ secrets: "v1.lost.x.y" }).where(eq(mails.id, id));
    expect(await open().drain()).toMatchObject({ sent: 1, postponed: 1 });
    clock.forward(60);
    await db.update(mails).set({ attempts: 21 }).where(eq(mails.id, id));
    expect(await open().drain()).toMatchObject({ failed: 1 });
    expect((await firstMail(db)).lastError).toContain("lost");
  }));

test("TR-01 the same cause is never queued twice for the same person", () =>
  outbox("mail_cause", localTransport, async ({ db }) => {
    await queueSignUps(db, 2);
    await queueSignUps(db, 2);
    expect(await readMails(db)).toHaveLength(2);
  }));
