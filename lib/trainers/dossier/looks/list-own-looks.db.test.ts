import { expect, test } from "vitest";
import { dossierLooks } from "@/db/schema/dossiers";
import { inRolledBackTx } from "@/db/testing/rollback";
import type { TxCtx } from "@/lib/core/ctx";
import { furnish, managerOf } from "../../testing/ad-stage";
import { anOpening, dossierOf, identityAnswers, typeInDossier } from "../../testing/dossier-stage";
import { aTrainer } from "../../testing/profile-stage";
import { listOwnLooks } from "./list-own-looks";

/** A dossier that a manager of the head office looked at `count` times, a minute apart. */
async function lookedAt(tx: TxCtx, count: number) {
  const trainer = await aTrainer(tx);
  await typeInDossier(trainer, identityAnswers);
  const dossierId = (await dossierOf(tx, trainer.profileId))?.id ?? "";
  const manager = await managerOf(tx, "075");
  const openingId = await anOpening(manager, dossierId);
  const accountId = manager.actor.kind === "account" ? manager.actor.accountId : null;
  const at = (minutes: number) => new Date(tx.now.getTime() + minutes * 60_000);
  await tx.db.insert(dossierLooks).values(
    Array.from({ length: count }, (_, index) => ({
      openingId,
      dossierId,
      accountId,
      kind: "piece" as const,
      block: "identity" as const,
      slot: "identity_front" as const,
      at: at(index),
    })),
  );
  return { trainer, at };
}

test("EI-98 one reads who looked at one’s documents, for which structure, when, at what and why, newest first", () =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const { trainer, at } = await lookedAt(tx, 2);
    const { looks, next } = await listOwnLooks(trainer.ctx, null);
    expect(next).toBeNull();
    expect(looks.map((look) => look.at)).toEqual([at(1), at(0)]);
    expect(looks[0]).toMatchObject({
      who: "Camille Durand",
      structure: "Siège",
      kind: "piece",
      block: "identity",
      reason: "Session du 14 mars",
    });
  }));

test("EI-98 a long list is read page by page, and nobody reads a neighbour’s", () =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const { trainer } = await lookedAt(tx, 120);
    const { trainer: neighbour } = await lookedAt(tx, 1);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { looks, next }: Awaited<ReturnType<typeof listOwnLooks>> = await listOwnLooks(trainer.ctx, after);
      seen.push(...looks.map(({ id }) => id));
      after = next;
    } while (after !== null);
    expect(new Set(seen).size).toBe(120);
    expect((await listOwnLooks(neighbour.ctx, null)).looks).toHaveLength(1);
    await expect(listOwnLooks(tx, null)).rejects.toMatchObject({ code: "unauthenticated" });
  }));
