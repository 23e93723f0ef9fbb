import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inRolledBackTx, onCommittedCopy } from "@/db/testing/rollback";
import { audit } from "@/lib/audit/audit";

test("AD-13 the audit log keeps what was written: the application may add lines, never change or remove them", () =>
  inRolledBackTx(async (tx) => {
    await audit(tx, { action: "test.line" });
    const { rows } = { rows: await tx.db.execute(sql`select action from audit_log`) };
    expect(rows).toEqual([{ action: "test.line" }]);
    await expect(tx.db.transaction((inner) => inner.execute(sql`update audit_log set action = 'other'`))).rejects.toThrow();
    await expect(tx.db.transaction((inner) => inner.execute(sql`delete from audit_log`))).rejects.toThrow();
  }));

test("AD-13 nor may anybody truncate it", () =>
  onCommittedCopy("truncate", async (db) => {
    await expect(db.execute(sql`truncate audit_log`)).rejects.toThrow();
  }));
