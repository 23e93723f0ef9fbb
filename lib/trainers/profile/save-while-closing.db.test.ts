import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts } from "@/db/schema/accounts";
import { trainerProfiles } from "@/db/schema/trainers";
import { onCommittedCopy, testCtx } from "@/db/testing/rollback";
import { closeAccount } from "@/lib/accounts/closing/close-account";
import type { ClosingRule } from "@/lib/accounts/closing/closing-rules";
import { hashPassword } from "@/lib/accounts/passwords/hash-password";
import type { Ctx } from "@/lib/core/ctx";
import { workedTrainer } from "../account/closing-rule";
import { furnish } from "../testing/ad-stage";
import { aTrainer } from "../testing/profile-stage";
import { saveAnswers } from "./save-answers";

const password = "Un-Bon-Secret-42";

/** Asks until a session of this database waits for a lock. */
async function untilSomebodyWaits({ db }: Ctx): Promise<void> {
  for (;;) {
    const [row] = await db.execute<{ waiting: number }>(sql`
      select count(*)::int as waiting from pg_locks waiting
      where not granted and exists (
        select from pg_locks own join pg_database here on here.oid = own.database and here.datname = current_database()
        where own.pid = waiting.pid)`);
    if ((row?.waiting ?? 0) > 0) return;
  }
}

test("MC-30 EI-31 what a form saves at the moment at which the account is closed is refused, and makes no profile anew", () =>
  onCommittedCopy("save_while_closing", async (db) => {
    const ctx = testCtx(db);
    await furnish(ctx);
    const { accountId, ctx: own } = await aTrainer(ctx, { state: "draft" });
    const passwordHash = await hashPassword(password);
    await db.update(accounts).set({ passwordHash }).where(eq(accounts.id, accountId));
    let saved: Promise<unknown> | undefined;
    const meanwhile: ClosingRule = async (tx, id) => {
      const reason = await workedTrainer(tx, id);
      // By another connection: it finds the profile taken, and waits until the closing is done.
      saved = saveAnswers(own, { changes: [{ field: "addressBox", from: "", to: "Appartement 12" }] }).catch((error: unknown) => error);
      await untilSomebodyWaits(ctx);
      return reason;
    };
    await closeAccount(own, { current: password, word: "SUPPRIMER" }, [meanwhile]);
    expect(await saved).toMatchObject({ code: "absent" });
    expect(await db.$count(trainerProfiles, eq(trainerProfiles.accountId, accountId))).toBe(0);
  }));
