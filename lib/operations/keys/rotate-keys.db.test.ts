import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { totpSecrets } from "@/db/schema/accounts";
import { auditLog, mails } from "@/db/schema/platform";
import { makeAccount } from "@/db/testing/factories/accounts";
import { inRolledBackTx } from "@/db/testing/rollback";
import { totpContext } from "@/lib/accounts/second-factor/totp";
import { open, seal } from "@/lib/core/crypto";
import type { TxCtx } from "@/lib/core/ctx";
import { env, type MasterKey } from "@/lib/core/env";
import { emails } from "@/emails/registry";
import { mailContext, queueMail } from "@/lib/mail/queue-mail";
import { rotateKeys } from "./rotate-keys";
import { sealedColumns } from "./sealed-columns.data";

const fresh: MasterKey = { id: "fresh", key: Buffer.alloc(32, 9) };
/** Columns that the story leaves empty. */
const none = [
  "trainer_profiles.birth_place_sealed",
  "change_requests.from_sealed",
  "change_requests.to_sealed",
  "dossiers.draft_sealed",
  "dossier_versions.answers_sealed",
  "dossier_versions.former_sealed",
];
const both = [fresh, ...env.MASTER_KEYS];

async function furnish(tx: TxCtx, count: number): Promise<readonly string[]> {
  const { props, secrets } = emails["confirm-registration"].preview;
  const accountIds: string[] = [];
  for (let index = 0; index < count; index++) {
    const { accountId } = await makeAccount(tx);
    await tx.db.insert(totpSecrets).values({ accountId, secret: seal(`secret ${index}`, totpContext(accountId)) });
    await queueMail(tx, "confirm-registration", { to: `personne${index}@example.org`, cause: `story ${index}`, props, secrets });
    accountIds.push(accountId);
  }
  return accountIds;
}

test("TR-30 after a rotation everything opens with the new master key alone, in batches; a second run has nothing to do", () =>
  inRolledBackTx(async (tx) => {
    const accountIds = await furnish(tx, 5);
    expect(await rotateKeys(tx, { batch: 2, keys: both })).toEqual([
      { what: "mails.secrets", rewrapped: 5, unreadable: 0 },
      { what: "totp_secrets.secret", rewrapped: 5, unreadable: 0 },
      ...none.map((what) => ({ what, rewrapped: 0, unreadable: 0 })),
      { what: "files", rewrapped: 0, unreadable: 0 },
    ]);
    for (const [index, accountId] of accountIds.entries()) {
      const [row] = await tx.db.select().from(totpSecrets).where(eq(totpSecrets.accountId, accountId));
      expect(open(row?.secret ?? "", totpContext(accountId), [fresh]).toString()).toBe(`secret ${index}`);
    }
    for (const mail of await tx.db.select().from(mails))
      expect(open(mail.secrets ?? "", mailContext(mail.id), [fresh]).toString()).toContain("url");
    const told = await tx.db.select({ details: auditLog.details }).from(auditLog).where(eq(auditLog.action, "key.rewrap"));
    expect(told.map(({ details }) => details["what"])).toEqual(["mails.secrets", "totp_secrets.secret"]);
    expect((await rotateKeys(tx, { keys: both })).map(({ rewrapped }) => rewrapped)).toEqual(sealedColumns.map(() => 0).concat(0));
  }));

test("TR-30 a value that no configured key reads is counted and left as it is; the others are rotated", () =>
  inRolledBackTx(async (tx) => {
    const [first = ""] = await furnish(tx, 3);
    const lost = seal("lost", totpContext(first), [{ id: "gone", key: Buffer.alloc(32, 3) }]);
    await tx.db.update(totpSecrets).set({ secret: lost }).where(eq(totpSecrets.accountId, first));
    expect(await rotateKeys(tx, { batch: 1, keys: both })).toContainEqual({ what: "totp_secrets.secret", rewrapped: 2, unreadable: 1 });
    const [row] = await tx.db.select().from(totpSecrets).where(eq(totpSecrets.accountId, first));
    expect(row?.secret).toBe(lost);
  }));
