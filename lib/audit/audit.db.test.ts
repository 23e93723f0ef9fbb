import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { accounts } from "@/db/schema/accounts";
import { auditLog } from "@/db/schema/platform";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx } from "@/db/testing/rollback";
import { accountAddresses } from "@/db/schema/accounts";
import type { SignedIn, TxCtx } from "@/lib/core/ctx";
import { csvStream } from "@/lib/core/csv";
import { audit, auditLook } from "./audit";
import { countActions } from "./count-actions";
import { auditCsvHeader, exportAudit } from "./export-audit";
import { type AuditSearch, listAudit, listAuditActions } from "./list-audit";

const all: AuditSearch = {
  who: "",
  whose: "",
  action: "",
  sensitive: false,
  since: "",
  until: "",
  direction: "desc",
  after: null,
  before: null,
};

type Story = TxCtx & { actor: SignedIn };
const story = (tell: (tx: Story) => Promise<void>) =>
  inRolledBackTx(async (tx) =>
    tell({ ...tx, actor: await makeSignedIn(tx, { role: "administrator", firstName: "Hélène", lastName: "Vasseur" }) }),
  );
const actionsOf = async (tx: TxCtx, more: Partial<AuditSearch>) =>
  (await listAudit(tx, { ...all, ...more })).lines.map(({ action }) => action);

describe("AD-13 the administrator searches the audit log", () => {
  test("by who acted, whom it concerns, action, kind of action, sensitive looks and days of Paris", () =>
    story(async (tx) => {
      const marc = await makeSignedIn(tx, { firstName: "Marc", lastName: "Lambért", address: "marc@example.org" });
      const ines = await makeSignedIn(tx, { firstName: "Inès", lastName: "Benali" });
      await audit({ ...tx, actor: marc, now: new Date("2026-11-19T22:59:59Z") }, { action: "account.sign_in", accountId: marc.accountId });
      await audit({ ...tx, actor: marc, now: new Date("2026-11-19T23:00:00Z") }, { action: "account.block", accountId: ines.accountId });
      await auditLook(
        { ...tx, now: new Date("2026-11-20T22:59:59Z") },
        { action: "trainer.nir_read", accountId: ines.accountId, sensitive: true },
      );
      await audit({ ...tx, actor: { kind: "system", name: "purge" }, now: new Date("2026-11-20T23:00:00Z") }, { action: "file.swept" });

      expect(await actionsOf(tx, {})).toEqual(["file.swept", "trainer.nir_read", "account.block", "account.sign_in"]);
      expect(await actionsOf(tx, { direction: "asc" })).toEqual(["account.sign_in", "account.block", "trainer.nir_read", "file.swept"]);
      for (const who of ["marc lambert", "LAMBERT", "marc@example", marc.accountId])
        expect(await actionsOf(tx, { who })).toEqual(["account.block", "account.sign_in"]);
      expect(await actionsOf(tx, { whose: "ines" })).toEqual(["trainer.nir_read", "account.block"]);
      expect(await actionsOf(tx, { who: "marc", whose: "ines" })).toEqual(["account.block"]);
      expect(await actionsOf(tx, { who: "personne de ce nom" })).toEqual([]);
      expect(await actionsOf(tx, { action: "account.block" })).toEqual(["account.block"]);
      expect(await actionsOf(tx, { action: "account." })).toEqual(["account.block", "account.sign_in"]);
      expect(await actionsOf(tx, { action: "%." })).toEqual([]);
      expect(await actionsOf(tx, { sensitive: true })).toEqual(["trainer.nir_read"]);
      expect(await actionsOf(tx, { since: "2026-11-20", until: "2026-11-20" })).toEqual(["trainer.nir_read", "account.block"]);
      expect(await actionsOf(tx, { until: "2026-11-19" })).toEqual(["account.sign_in"]);
      expect(await listAuditActions(tx)).toEqual(["account.block", "account.sign_in", "file.swept", "trainer.nir_read"]);
    }));

  test("and reads names as they are now; lines outlive the account they tell of", () =>
    story(async (tx) => {
      const gone = await makeSignedIn(tx, { firstName: "Anne", lastName: "Partie" });
      await audit({ ...tx, actor: gone }, { action: "account.sign_in", accountId: gone.accountId, details: { way: "password" } });
      expect((await listAudit(tx, all)).lines[0]).toMatchObject({
        actor: { name: "Anne Partie" },
        account: { name: "Anne Partie" },
        details: { way: "password" },
        network: "192.0.2.1",
      });
      await tx.db.delete(accountAddresses).where(eq(accountAddresses.accountId, gone.accountId));
      await tx.db.delete(accounts).where(eq(accounts.id, gone.accountId));
      expect((await listAudit(tx, { ...all, who: gone.accountId })).lines).toMatchObject([
        { actor: { id: gone.accountId, name: null }, account: { name: null } },
      ]);
    }));

  test("page after page, each line once, forwards and backwards", () =>
    story(async (tx) => {
      for (let index = 0; index < 120; index++) await audit(tx, { action: "account.sign_in" });
      const pages: number[][] = [];
      let after: number | null = null;
      do {
        const page = await listAudit(tx, { ...all, after });
        expect(page.total).toEqual({ count: 120, capped: false });
        pages.push(page.lines.map(({ id }) => id));
        after = page.next;
      } while (after !== null);
      expect(pages.map(({ length }) => length)).toEqual([50, 50, 20]);
      expect(new Set(pages.flat()).size).toBe(120);
      const back = await listAudit(tx, { ...all, before: pages[1]?.[0] ?? null });
      expect(back.lines.map(({ id }) => id)).toEqual(pages[0]);
      expect(back.previous).toBeNull();
    }));
});

test("AD-13 the export has every line found, with its French name, and is itself the next line of the log", () =>
  story(async (tx) => {
    for (let index = 0; index < 1001; index++) await audit(tx, { action: "account.block", details: { reason: "=1+1" } });
    const file = await new Response(
      csvStream(auditCsvHeader, await exportAudit(tx, { ...all, action: "account.block", direction: "asc" })),
    ).text();
    const rows = file.trimEnd().split("\r\n");
    expect(rows).toHaveLength(1002);
    expect(rows[1]).toContain('"Hélène Vasseur"');
    expect(rows[1]).toContain('"Compte bloqué";"account.block"');
    expect(rows[1]).toContain('"{""reason"":""=1+1""}"');
    expect((await listAudit(tx, { ...all, action: "audit.export" })).lines).toMatchObject([
      { actor: { id: tx.actor.accountId }, details: { action: "account.block", byActor: false } },
    ]);
  }));

test("AD-01 the figures of the month count what the log holds since its first day", () =>
  story(async (tx) => {
    const since = new Date("2026-10-31T23:00:00Z");
    for (const at of ["2026-10-31T22:59:59Z", "2026-10-31T23:00:00Z", "2026-11-21T09:00:00Z"])
      await audit({ ...tx, now: new Date(at) }, { action: "account.sign_in" });
    expect(await countActions(tx, { actions: ["account.sign_in", "account.activate"], since })).toEqual({
      "account.sign_in": 2,
      "account.activate": 0,
    });
    await expect(countActions({ ...tx, actor: { kind: "visitor" } }, { actions: ["account.sign_in"], since })).rejects.toMatchObject({
      code: "forbidden",
    });
  }));

test("AD-13 nobody but an administrator reads or exports the log", () =>
  inRolledBackTx(async (tx) => {
    for (const actor of [{ kind: "visitor" as const }, await makeSignedIn(tx), await makeSignedIn(tx, { role: "iel_manager" })]) {
      const other = { ...tx, actor };
      await expect(listAudit(other, all)).rejects.toMatchObject({ code: "forbidden" });
      await expect(listAuditActions(other)).rejects.toMatchObject({ code: "forbidden" });
      await expect(exportAudit(other, all)).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await tx.db.select({ id: auditLog.id }).from(auditLog)).toEqual([]);
  }));
