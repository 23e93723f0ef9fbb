import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { totpSecrets } from "@/db/schema/accounts";
import { auditLog } from "@/db/schema/platform";
import { makeAccount, makeSession, makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx, onCommittedCopy, testCtx } from "@/db/testing/rollback";
import { actionLabels } from "@/lib/audit/action-labels.data";
import { downloadMyData } from "./download-my-data";

const json = { format: "json" } as const;
const at = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000);

test("MC-30 one's data come in one document: every part, nothing of other people, no secret", () =>
  inRolledBackTx(async (tx) => {
    const actor = await makeSignedIn(tx, { firstName: "Zélie", address: "zelie@example.org", passwordHash: "the-hash" });
    await tx.db.insert(totpSecrets).values({ accountId: actor.accountId, secret: "the-secret", confirmedAt: tx.now, createdAt: tx.now });
    const other = await makeAccount(tx, { firstName: "Gaspard", address: "gaspard@example.org" });
    await makeSession(tx, other.accountId, { device: "Edge sur Windows" });
    const text = JSON.stringify(await downloadMyData({ ...tx, actor }, json));
    for (const part of ["Zélie", "zelie@example.org", "Firefox sur Linux", "Application de codes", "Journal de votre activité"])
      expect(text).toContain(part);
    for (const foreign of ["Gaspard", "gaspard@example.org", "Edge sur Windows", "the-hash", "the-secret"])
      expect(text).not.toContain(foreign);
    const [line] = await tx.db.select().from(auditLog).where(eq(auditLog.accountId, actor.accountId));
    expect(line?.action).toBe("account.data_downloaded");
  }));

test("MC-30 what others did to the account is told without who they are", () =>
  inRolledBackTx(async (tx) => {
    const actor = await makeSignedIn(tx);
    const admin = await makeSignedIn(tx);
    const line = { at: tx.now, actorKind: "account", requestId: "test" };
    await tx.db.insert(auditLog).values([
      { ...line, action: "account.block", actorId: admin.accountId, accountId: actor.accountId, network: "198.51.100.7" },
      { ...line, action: "role.withdraw", actorId: actor.accountId, accountId: admin.accountId, details: { role: "manager" } },
    ]);
    const { rubriques } = await downloadMyData({ ...tx, actor }, json);
    const activity = rubriques.find(({ titre }) => titre.startsWith("Journal"))?.lignes;
    expect(activity).toEqual([
      { Date: tx.now, Action: actionLabels["role.withdraw"], Par: "vous", Concerne: "une autre personne", "Adresse réseau": null },
      { Date: tx.now, Action: actionLabels["account.block"], Par: "une autre personne", Précisions: {} },
    ]);
    expect(JSON.stringify(rubriques)).not.toContain(admin.accountId);
  }));

test("MC-30 the download asks for a fresh proof of identity", () =>
  inRolledBackTx(async (tx) => {
    const actor = await makeSignedIn(tx);
    const stale = { ...tx, actor: { ...actor, provedAt: at(tx.now, -16) } };
    expect(() => downloadMyData(stale, json)).toThrow(expect.objectContaining({ code: "unauthenticated" }));
    expect(() => downloadMyData(tx, json)).toThrow(expect.objectContaining({ code: "unauthenticated" }));
  }));

test("MC-30 one download of each form a day: the second says when the next may be", () =>
  inRolledBackTx(async (tx) => {
    const actor = await makeSignedIn(tx);
    await downloadMyData({ ...tx, actor }, json);
    const again = (minutes: number, format: "page" | "json" = "json") =>
      downloadMyData({ ...tx, now: at(tx.now, minutes), actor: { ...actor, provedAt: at(tx.now, minutes) } }, { format });
    await expect(again(60)).rejects.toMatchObject({ code: "limited", message: expect.stringContaining("23 heures") });
    await expect(again(60, "page"), "the other form of the same data").resolves.toMatchObject({ rubriques: expect.any(Array) });
    await expect(again(61, "page")).rejects.toMatchObject({ code: "limited" });
    await expect(again(24 * 60)).resolves.toMatchObject({ rubriques: expect.any(Array) });
  }));

test("MC-30 of two downloads at the same time, one is given", () =>
  onCommittedCopy("download", async (db) => {
    const actor = await makeSignedIn(testCtx(db));
    const outcomes = await Promise.allSettled([1, 2].map(() => downloadMyData(testCtx(db, { actor }), json)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  }));
