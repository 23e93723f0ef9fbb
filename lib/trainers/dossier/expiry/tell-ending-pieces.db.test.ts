import { asc, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts } from "@/db/schema/accounts";
import { dossierNotices, dossierRequests, dossierVersions, validityExtensions } from "@/db/schema/dossiers";
import { interventions } from "@/db/schema/interventions";
import { jobRuns, mails } from "@/db/schema/platform";
import { trainerProfiles } from "@/db/schema/trainers";
import { inRolledBackTx, onCommittedCopy, testCtx } from "@/db/testing/rollback";
import { audit } from "@/lib/audit/audit";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import type { EmailKind } from "@/emails/registry";
import { furnish, structureOf } from "../../testing/ad-stage";
import { aDossier, aPiece, setStatus } from "../../testing/ending-stage";
import { noticeDay } from "./due-pieces";
import { passedReasons } from "./rules";
import { tellTrainers } from "./tell-ending-pieces";
import { tellEndingPiecesJob } from "./tell-ending-pieces-job";

const story = (run: (tx: TxCtx) => Promise<void>) =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    await run(tx);
  });

/** The morning run of a day, seven o'clock in Paris or nearly. */
const morning = (day: string) => new Date(`${day}T06:00:00Z`);
const runOn = (ctx: Ctx, day: string) => tellEndingPiecesJob.run({ ...ctx, now: morning(day) }, { asOf: morning(day) });
const mailsOf = ({ db }: Ctx, kind: EmailKind = "piece-ending") =>
  db.select().from(mails).where(eq(mails.kind, kind)).orderBy(asc(mails.createdAt), asc(mails.id));
const noticesOf = ({ db }: Ctx) =>
  db
    .select({
      step: dossierNotices.step,
      outcome: dossierNotices.outcome,
      reason: dossierNotices.reason,
      mailedFor: dossierNotices.mailedFor,
    })
    .from(dossierNotices)
    .orderBy(asc(dossierNotices.at), asc(dossierNotices.step));

test("EI-66 a position order is told two months, then one month before its end, then once over: once each", () =>
  story(async (tx) => {
    const own = await aDossier(tx);
    await aPiece(tx, own, { endsOn: "2027-03-11", fileName: "arrete-2026.pdf" });
    for (const day of ["2027-01-10", "2027-01-11", "2027-01-12", "2027-02-10", "2027-02-11", "2027-03-11", "2027-03-12", "2027-06-01"])
      for (const _again of [1, 2]) await runOn(tx, day);
    expect(await noticesOf(tx)).toEqual([
      { step: 2, outcome: "queued", reason: null, mailedFor: "2027-01-11" },
      { step: 1, outcome: "queued", reason: null, mailedFor: "2027-02-11" },
      { step: 0, outcome: "queued", reason: null, mailedFor: "2027-03-12" },
    ]);
    const told = await mailsOf(tx);
    expect(told).toHaveLength(3);
    expect(told[0]).toMatchObject({
      toAddress: own.trainer.address,
      subject: "Demande de mise à jour de pièces pour votre dossier intervenant du CNFPT",
      props: {
        today: "2027-01-11",
        lastName: "Durand",
        pieces: [{ block: "order", endsOn: "2027-03-11", files: ["arrete-2026.pdf"], sessions: [] }],
      },
    });
  }));

test("EI-66 the pieces of one person and day are one mail, to the secondary address when there is one", () =>
  story(async (tx) => {
    const own = await aDossier(tx, { answers: { status: "contract_agent" } });
    await aPiece(tx, own, { block: "order", endsOn: "2027-03-11" });
    await aPiece(tx, own, { block: "honour", endsOn: "2027-02-11" });
    await aPiece(tx, own, { block: "contract", endsOn: "2027-09-30" });
    const other = await aDossier(tx, { firstName: "Awa", lastName: "Petit" });
    await aPiece(tx, other, { endsOn: "2027-03-11" });
    await tx.db.execute(sql`
      insert into account_addresses (account_id, kind, address, canonical, proved_at)
      values (${other.trainer.accountId}, 'secondary', 'awa@ville.example', 'awa@ville.example', now())`);
    expect(await runOn(tx, "2027-01-11")).toEqual({ trainers: 2, structures: 1 });
    const told = new Map((await mailsOf(tx)).map(({ toAddress, props }) => [toAddress, props["pieces"]]));
    expect(told.get(own.trainer.address)).toMatchObject([
      { block: "honour", endsOn: "2027-02-11" },
      { block: "order", endsOn: "2027-03-11" },
    ]);
    expect(told.get("awa@ville.example")).toHaveLength(1);
  }));

test("EI-66 the home structure gets one mail a day with the trainers who were told", () =>
  story(async (tx) => {
    for (const lastName of ["Durand", "Petit"]) await aPiece(tx, await aDossier(tx, { lastName }), { endsOn: "2027-03-11" });
    await aPiece(tx, await aDossier(tx, { structure: "075" }), { endsOn: "2027-03-11" });
    await runOn(tx, "2027-01-11");
    await runOn(tx, "2027-01-11");
    const told = await mailsOf(tx, "pieces-ending-structure");
    expect(new Map(told.map(({ props }) => [props["structure"], props["count"]]))).toEqual(
      new Map([
        ["Délégation Grand Est", 2],
        ["Siège", 1],
      ]),
    );
    expect(told).toHaveLength(2);
    expect(told.find(({ props }) => props["count"] === 2)?.props["trainers"]).toContainEqual({
      name: "Petit Camille",
      pieces: [{ block: "order", endsOn: "2027-03-11" }],
    });
  }));

test("EI-66 TR-03 steps passed while nothing ran give way to the next one, told on the return, with their reason", () =>
  story(async (tx) => {
    await aPiece(tx, await aDossier(tx), { endsOn: "2027-03-11" });
    await runOn(tx, "2027-01-10");
    await runOn(tx, "2027-02-19");
    expect(await noticesOf(tx)).toEqual([
      { step: 1, outcome: "queued", reason: null, mailedFor: "2027-02-19" },
      { step: 2, outcome: "passed", reason: passedReasons.stopped, mailedFor: null },
    ]);
    await aPiece(tx, await aDossier(tx), { endsOn: "2027-02-20" });
    await runOn(tx, "2027-06-01");
    expect((await noticesOf(tx)).filter(({ step }) => step === 0)).toMatchObject([
      { mailedFor: "2027-06-01" },
      { mailedFor: "2027-06-01" },
    ]);
  }));

test("EI-66 a piece validated near its end is told the next morning, and the passed step says why", () =>
  story(async (tx) => {
    await aPiece(tx, await aDossier(tx), { block: "honour", endsOn: "2027-03-11", decidedAt: new Date("2027-01-20T10:00:00Z") });
    await runOn(tx, "2027-01-21");
    await runOn(tx, "2027-02-11");
    expect(await noticesOf(tx)).toMatchObject([{ step: 2 }, { step: 1 }]);
    await aPiece(tx, await aDossier(tx), { block: "honour", endsOn: "2027-03-11", decidedAt: new Date("2027-03-01T10:00:00Z") });
    await runOn(tx, "2027-03-02");
    expect((await noticesOf(tx)).slice(2)).toEqual([
      { step: 1, outcome: "queued", reason: null, mailedFor: "2027-03-02" },
      { step: 2, outcome: "passed", reason: passedReasons.decided, mailedFor: null },
    ]);
  }));

test("EI-67 a replacement that waits silences the notices; refused, they start again at the step then due", () =>
  story(async (tx) => {
    const own = await aDossier(tx);
    await aPiece(tx, own, { endsOn: "2027-03-11" });
    await runOn(tx, "2027-01-11");
    const replacement = await aPiece(tx, own, { endsOn: "2028-03-11", state: "waiting", sentAt: new Date("2027-01-20T10:00:00Z") });
    for (const day of ["2027-02-11", "2027-02-20"]) await runOn(tx, day);
    expect(await mailsOf(tx)).toHaveLength(1);
    await tx.db
      .update(dossierVersions)
      .set({ state: "refused", decidedAt: new Date("2027-03-12T10:00:00Z") })
      .where(eq(dossierVersions.id, replacement));
    await runOn(tx, "2027-03-13");
    expect(await noticesOf(tx)).toEqual([
      { step: 2, outcome: "queued", reason: null, mailedFor: "2027-01-11" },
      { step: 0, outcome: "queued", reason: null, mailedFor: "2027-03-13" },
      { step: 1, outcome: "passed", reason: passedReasons.replaced, mailedFor: null },
    ]);
  }));

test("EI-67 a piece that was replaced is told no more, and the new one has steps of its own", () =>
  story(async (tx) => {
    const own = await aDossier(tx);
    await aPiece(tx, own, { endsOn: "2027-03-11" });
    await runOn(tx, "2027-01-11");
    await aPiece(tx, own, { endsOn: "2028-03-11", sentAt: new Date("2027-01-20T10:00:00Z") });
    for (const day of ["2027-02-11", "2027-03-12", "2028-01-10"]) await runOn(tx, day);
    expect(await mailsOf(tx)).toHaveLength(1);
    await runOn(tx, "2028-01-11");
    expect(await mailsOf(tx)).toHaveLength(2);
  }));

test.each([
  ["the status no longer asks for it", (tx: Ctx, own: Awaited<ReturnType<typeof aDossier>>) => setStatus(tx, own, "self_employed")],
  [
    "the profile is archived",
    (tx: Ctx, { trainer }: Awaited<ReturnType<typeof aDossier>>) =>
      tx.db.update(trainerProfiles).set({ state: "archived" }).where(eq(trainerProfiles.id, trainer.profileId)),
  ],
  [
    "the account is closed",
    (tx: Ctx, { trainer }: Awaited<ReturnType<typeof aDossier>>) =>
      tx.db.update(accounts).set({ closedAt: tx.now }).where(eq(accounts.id, trainer.accountId)),
  ],
] as const)("EI-66 nobody is told when %s", (_why, change) =>
  story(async (tx) => {
    const own = await aDossier(tx);
    await aPiece(tx, own, { endsOn: "2027-03-11" });
    await change(tx, own);
    expect(await runOn(tx, "2027-01-11")).toEqual({ trainers: 0, structures: 0 });
    expect(await noticesOf(tx)).toEqual([]);
  }),
);

test("EI-64 EI-66 what a manager asked for is told, whatever the status asks for", () =>
  story(async (tx) => {
    const own = await aDossier(tx, { answers: { status: "self_employed" } });
    await aPiece(tx, own, { block: "contract", endsOn: "2027-03-11" });
    expect(await runOn(tx, "2027-01-11")).toMatchObject({ trainers: 0 });
    await tx.db.insert(dossierRequests).values({
      dossierId: own.dossierId,
      block: "contract",
      structureId: await structureOf(tx, "054"),
      askedAt: tx.now,
      answeredAt: tx.now,
    });
    expect(await runOn(tx, "2027-01-12")).toMatchObject({ trainers: 1 });
  }));

test("EI-106 the mail names the planned sessions that the piece does not reach", () =>
  story(async (tx) => {
    const own = await aDossier(tx);
    await aPiece(tx, own, { endsOn: "2027-03-11" });
    const planned = { profileId: own.trainer.profileId, structureId: await structureOf(tx, "075"), title: "Budget", createdAt: tx.now };
    await tx.db.insert(interventions).values([
      { ...planned, reference: "1", startsOn: "2027-03-10", endsOn: "2027-03-11" },
      { ...planned, reference: "2", startsOn: "2027-03-14", endsOn: "2027-03-15" },
    ]);
    await runOn(tx, "2027-01-11");
    expect((await mailsOf(tx))[0]?.props["pieces"]).toMatchObject([{ sessions: [{ startsOn: "2027-03-14", endsOn: "2027-03-15" }] }]);
  }));

test("EI-66 a second run on the same day sends no second mail: what became due meanwhile waits for the morning", () =>
  story(async (tx) => {
    const own = await aDossier(tx);
    await aPiece(tx, own, { endsOn: "2027-03-11" });
    await runOn(tx, "2027-01-11");
    await aPiece(tx, own, { block: "honour", endsOn: "2027-02-11", sentAt: morning("2026-02-11") });
    await runOn(tx, "2027-01-11");
    expect(await noticesOf(tx)).toHaveLength(1);
    await runOn(tx, "2027-01-12");
    expect(await mailsOf(tx)).toHaveLength(2);
  }));

test("EI-66 TR-03 two workers at once, in small batches, tell everybody once", () =>
  onCommittedCopy("ending", async (db) => {
    const ctx = testCtx(db, { now: morning("2027-01-11") });
    await furnish(ctx);
    for (let count = 0; count < 12; count++) {
      const own = await aDossier(ctx, { answers: { status: "contract_agent" } });
      await aPiece(ctx, own, { endsOn: "2027-03-11" });
      await aPiece(ctx, own, { block: "honour", endsOn: "2027-01-20" });
    }
    const day = await noticeDay(ctx, ctx.now);
    const written = await Promise.all([tellTrainers(ctx, day, 5), tellTrainers(ctx, day, 4), tellTrainers(ctx, day)]);
    expect(written.reduce((sum, count) => sum + count, 0)).toBe(12);
    const told = await mailsOf(ctx);
    expect(told).toHaveLength(12);
    for (const { props } of told) expect(props["pieces"]).toHaveLength(2);
    expect(await db.$count(dossierNotices, eq(dossierNotices.outcome, "queued"))).toBe(24);
  }));

test("EI-66 TR-03 after a run that succeeded, only what became due or happened since is looked at, and nothing is missed", () =>
  story(async (tx) => {
    const runNoted = async (day: string) => {
      const outcome = await runOn(tx, day);
      const at = morning(day);
      await tx.db
        .insert(jobRuns)
        .values({ job: tellEndingPiecesJob.name, asOf: at, trigger: "schedule", state: "succeeded", startedAt: at });
      return outcome;
    };
    const blocked = await aDossier(tx);
    await aPiece(tx, blocked, { endsOn: "2027-03-11" });
    await tx.db.update(accounts).set({ blockedAt: tx.now }).where(eq(accounts.id, blocked.trainer.accountId));
    const extended = await aDossier(tx);
    await aPiece(tx, extended, { endsOn: "2027-03-05" });
    await aPiece(tx, await aDossier(tx), { endsOn: "2027-03-15" });
    expect(await runNoted("2027-01-11")).toMatchObject({ trainers: 1 });
    expect(await runNoted("2027-01-14")).toMatchObject({ trainers: 0 });
    expect(await runNoted("2027-01-15")).toMatchObject({ trainers: 1 });
    expect(await runNoted("2027-01-18")).toMatchObject({ trainers: 0 });

    const noon: TxCtx = { ...tx, now: new Date("2027-01-18T11:00:00Z") };
    await tx.db.update(accounts).set({ blockedAt: null }).where(eq(accounts.id, blocked.trainer.accountId));
    await audit(noon, { action: "account.unblock", accountId: blocked.trainer.accountId });
    await tx.db.update(dossierVersions).set({ endsOn: "2027-03-10" }).where(eq(dossierVersions.dossierId, extended.dossierId));
    await tx.db.insert(validityExtensions).values({
      block: "order",
      endsFrom: "2027-03-05",
      endsTo: "2027-03-05",
      newEndsOn: "2027-03-10",
      reason: "Retard",
      grantedAt: noon.now,
      count: 1,
    });
    expect(await runNoted("2027-01-19")).toMatchObject({ trainers: 2 });
    expect(await runNoted("2027-01-20")).toMatchObject({ trainers: 0 });
  }));
