import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { dossierReviews, dossierVersions } from "@/db/schema/dossiers";
import { onCommittedCopy, testCtx } from "@/db/testing/rollback";
import { accountIdOf, type Ctx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import { furnish, managerOf } from "../../testing/ad-stage";
import { anOpening, dossierOf, joinPieces, lastVersion, typeInDossier } from "../../testing/dossier-stage";
import { aTrainer } from "../../testing/profile-stage";
import { askBlocks } from "../ask-blocks";
import { decideVersion } from "../decide-version";
import { sendDossier } from "../send-dossier";
import { decideVersionInput } from "../schemas";

/** Short profile in `npm test`; the whole proof with LONG=1. */
const races = process.env["LONG"] === "1" ? 1000 : 30;
const whole = 600_000;
const ibans = ["FR76 3000 6000 0112 3456 7890 189", "BE71 0961 2345 6769"] as const;

type Settled = PromiseSettledResult<unknown>;
const won = (results: readonly Settled[]) => results.filter(({ status }) => status === "fulfilled").length;
/** Those who lost were told why, in words of ours. */
const lost = (results: readonly Settled[]): readonly string[] =>
  results.flatMap((result) => {
    if (result.status === "fulfilled") return [];
    const { reason }: { readonly reason: unknown } = result;
    if (!(reason instanceof Refusal)) throw reason;
    return [`${reason.code} ${reason.message}`];
  });

const staged = (
  name: string,
  story: (stage: {
    readonly ctx: Ctx;
    readonly trainer: Awaited<ReturnType<typeof aTrainer>>;
    readonly managers: readonly [Ctx, Ctx, Ctx];
  }) => Promise<void>,
) =>
  onCommittedCopy(name, async (db) => {
    const ctx = testCtx(db);
    await furnish(ctx);
    const trainer = await aTrainer(ctx, { immatriculation: "054-0012", answers: { status: "self_employed" } });
    await story({ ctx, trainer, managers: [await managerOf(ctx, "054"), await managerOf(ctx, "075"), await managerOf(ctx, "054")] });
  });

const bankSent = async ({ ctx, trainer }: { readonly ctx: Ctx; readonly trainer: Awaited<ReturnType<typeof aTrainer>> }, round: number) => {
  await typeInDossier(trainer, { iban: ibans[round % 2] ?? ibans[0], bic: "SOGEFRPP" });
  await joinPieces(trainer, "bank");
  await sendDossier(trainer.ctx);
  const dossierId = (await dossierOf(ctx, trainer.profileId))?.id ?? "";
  return { dossierId, version: await lastVersion(ctx, dossierId, "bank") };
};

test(
  `AD-04 two managers decide of the same block at once, ${races} times: one decision, one line, the other is told whose it is`,
  () =>
    staged("decide_race", async ({ ctx, trainer, managers: [one, two] }) => {
      for (let round = 0; round < races; round++) {
        await joinPieces(trainer, "diploma");
        await sendDossier(trainer.ctx);
        const dossierId = (await dossierOf(ctx, trainer.profileId))?.id ?? "";
        if (round === 0) for (const manager of [one, two]) await anOpening(manager, dossierId);
        const { id: versionId } = await lastVersion(ctx, dossierId, "diploma");
        const results = await Promise.allSettled([
          decideVersion(one, { versionId, decision: "validated", reason: null }),
          decideVersion(two, { versionId, decision: "refused", reason: `Illisible, page ${round}.` }),
        ]);
        expect(won(results)).toBe(1);
        expect(lost(results)).toEqual([expect.stringMatching(/^conflict Camille Durand a déjà (?:validé|refusé) ce bloc/u)]);
        const lines = await ctx.db.select().from(dossierReviews).where(eq(dossierReviews.versionId, versionId));
        const { state } = await lastVersion(ctx, dossierId, "diploma");
        expect(lines.map(({ number, decision }) => [number, decision])).toEqual([[1, state]]);
      }
      const validated = await ctx.db.select().from(dossierVersions).where(eq(dossierVersions.state, "validated"));
      expect(validated.length).toBeLessThanOrEqual(1);
    }),
  whole,
);

test(
  `AD-04 EI-65 a manager decides while the trainer sends again, ${races} times: the decision is of what was read, or is refused`,
  () =>
    staged("send_race", async ({ ctx, trainer, managers: [manager] }) => {
      for (let round = 0; round < races; round++) {
        await joinPieces(trainer, "diploma");
        await sendDossier(trainer.ctx);
        const dossierId = (await dossierOf(ctx, trainer.profileId))?.id ?? "";
        if (round === 0) await anOpening(manager, dossierId);
        const read = await lastVersion(ctx, dossierId, "diploma");
        await joinPieces(trainer, "diploma");
        const [decided, sent] = await Promise.allSettled([
          decideVersion(manager, { versionId: read.id, decision: "validated", reason: null }),
          sendDossier(trainer.ctx),
        ]);
        expect(sent.status).toBe("fulfilled");
        const [row] = await ctx.db.select().from(dossierVersions).where(eq(dossierVersions.id, read.id));
        const latest = await lastVersion(ctx, dossierId, "diploma");
        expect([latest.number, latest.state]).toEqual([read.number + 1, "waiting"]);
        if (decided.status === "fulfilled") expect(row?.state).toBe("validated");
        else {
          expect(lost([decided])).toEqual([expect.stringContaining("Un envoi plus récent")]);
          expect(row?.state).toBe("withdrawn");
        }
      }
    }),
  whole,
);

test(
  `EI-106 two people give the second agreement at once, ${races} times: one validates, and never the one who agreed first`,
  () =>
    staged("second_race", async ({ ctx, trainer, managers: [first, second, third] }) => {
      const stage = { ctx, trainer };
      const { dossierId, version } = await bankSent(stage, 0);
      for (const manager of [first, second, third]) await anOpening(manager, dossierId);
      await decideVersion(first, { versionId: version.id, decision: "validated", reason: null });
      for (let round = 1; round <= races; round++) {
        const { id: versionId } = (await bankSent(stage, round)).version;
        await ctx.db.update(dossierVersions).set({ heldUntil: ctx.now }).where(eq(dossierVersions.id, versionId));
        const agree = (by: Ctx) => decideVersion(by, { versionId, decision: "validated", reason: null });
        await agree(first);
        const results = await Promise.allSettled([agree(first), agree(second), agree(third)]);
        expect(won(results)).toBe(1);
        expect(lost(results)).toHaveLength(2);
        const last = await lastVersion(ctx, dossierId, "bank");
        expect([last.state, last.approvedBy === accountIdOf(first.actor), last.decidedBy === accountIdOf(first.actor)]).toEqual([
          "validated",
          true,
          false,
        ]);
        const lines = await ctx.db.select().from(dossierReviews).where(eq(dossierReviews.versionId, versionId));
        expect(lines.map(({ decision }) => decision).sort()).toEqual(["approved", "validated"]);
      }
    }),
  whole,
);

test("EI-64 two managers ask for the same block at once: one request, and the other is told that it is asked", () =>
  staged("ask_race", async ({ ctx, trainer, managers: [one, two] }) => {
    const { dossierId } = await bankSent({ ctx, trainer }, 0);
    const results = await Promise.allSettled(
      [one, two].map((manager) => askBlocks(manager, { dossierId, blocks: ["diploma"], message: "" })),
    );
    expect([won(results), lost(results)]).toEqual([1, [expect.stringContaining("déjà demandés")]]);
  }));

test("AD-04 a refusal without a reason, or with a text that cannot be kept, is turned down at the door with its field", () => {
  const versionId = "0198f2aa-0000-7000-8000-000000000001";
  for (const reason of [undefined, "", "   ", "a\u0000b"])
    expect(decideVersionInput.safeParse({ versionId, decision: "refused", reason }).error?.issues[0]?.path).toEqual(["reason"]);
  expect(decideVersionInput.parse({ versionId, decision: "validated", reason: "écrit puis laissé" })).toMatchObject({
    decision: "validated",
  });
});
