import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { roleGrants } from "@/db/schema/access";
import { accountAddresses } from "@/db/schema/accounts";
import { dossierRequests, dossiers, dossierVersions } from "@/db/schema/dossiers";
import { inRolledBackTx } from "@/db/testing/rollback";
import type { TxCtx } from "@/lib/core/ctx";
import { faultsOnScreen } from "@/lib/core/testing/typography";
import { type TestFiles, testFiles } from "@/lib/files/testing/test-tools";
import { furnish, managerOf, structureOf } from "@/lib/trainers/testing/ad-stage";
import { askedOfShown, shownDossier } from "./demonstration-dossiers.data";
import { seedDemonstrationDossiers } from "./demonstration-dossiers";
import { seedDemonstrationTrainers } from "./demonstration-trainers";

let tools: TestFiles;
beforeEach(async () => {
  tools = await testFiles();
});
afterEach(() => tools.clean());

async function aDemonstrationManager(tx: TxCtx): Promise<void> {
  const { actor } = await managerOf(tx, "054");
  if (actor.kind !== "account") throw new Error("nobody manages");
  const address = "gestionnaire@demo.example";
  await tx.db.update(accountAddresses).set({ address, canonical: address }).where(eq(accountAddresses.accountId, actor.accountId));
  await tx.db.delete(roleGrants).where(eq(roleGrants.accountId, actor.accountId));
  await tx.db
    .insert(roleGrants)
    .values({ accountId: actor.accountId, role: "manager", structureId: await structureOf(tx, "054"), grantedAt: tx.now });
}

test("EI-60 EI-67 AD-04 the demonstration has administrative files in every state, once only", () =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    await aDemonstrationManager(tx);
    await seedDemonstrationTrainers(tx);
    expect(await seedDemonstrationDossiers(tx, tools)).toBe(true);
    expect(await seedDemonstrationDossiers(tx, tools)).toBe(false);
    const rows = await tx.db.select().from(dossiers);
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.filter(({ completeUntil }) => completeUntil !== null && completeUntil > "2026-11-21").length).toBeGreaterThan(0);
    const states = new Set((await tx.db.select().from(dossierVersions)).map(({ state }) => state));
    expect([...states].sort()).toEqual(["refused", "validated", "waiting"]);
    const asked = await tx.db.select().from(dossierRequests);
    expect(asked.map(({ block }) => block).sort()).toEqual(["bank", "social_security"]);
    expect([askedOfShown.message, ...shownDossier.map(({ refusedBecause }) => refusedBecause ?? "")].flatMap(faultsOnScreen)).toEqual([]);
  }));
