import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { mailedLinks, roleGrants } from "@/db/schema/access";
import { accountAddresses, accounts, appConsents, passkeys, passwordHistory, recoveryCodes, totpSecrets } from "@/db/schema/accounts";
import { files } from "@/db/schema/files";
import { auditLog, mails } from "@/db/schema/platform";
import { makeSession, makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx, onCommittedCopy, testCtx } from "@/db/testing/rollback";
import { hashPassword } from "@/lib/accounts/passwords/hash-password";
import { readActor } from "@/lib/accounts/sessions/read-actor";
import type { Ctx, SignedIn, TxCtx } from "@/lib/core/ctx";
import { queueMail } from "@/lib/mail/queue-mail";
import { closeAccount, readClosingObstacles } from "./close-account";
import { lastAdministrator } from "./closing-rules";

const password = "Un-Bon-Secret-42";
const passwordHash = await hashPassword(password);
const rules = [lastAdministrator];
const close = (ctx: Ctx) => closeAccount(ctx, { current: password, word: "SUPPRIMER" }, rules);
const readAccount = async (ctx: Ctx, accountId: string) => (await ctx.db.select().from(accounts).where(eq(accounts.id, accountId)))[0];

/** Somebody with a row in every table that knows people, all with a mark that must not be found afterwards. */
async function makeMarked(tx: TxCtx): Promise<SignedIn> {
  const mark = "Quetzalcoatl";
  const actor = await makeSignedIn(tx, {
    firstName: mark,
    lastName: mark,
    birthName: mark,
    phone: `+33 ${mark}`,
    passwordHash,
    address: "quetzalcoatl@example.org",
    secondaryAddress: "quetzalcoatl2@example.org",
  });
  const { accountId } = actor;
  await makeSession(tx, accountId, { device: mark, network: mark });
  await tx.db.insert(passwordHistory).values({ accountId, passwordHash: mark });
  await tx.db.insert(totpSecrets).values({ accountId, secret: mark });
  await tx.db.insert(recoveryCodes).values({ accountId, codeHash: mark });
  await tx.db.insert(passkeys).values({ accountId, credentialId: mark, publicKey: mark, counter: 0, name: mark });
  await tx.db
    .insert(appConsents)
    .values({ accountId, application: "gestion", scopes: ["address"], mode: "always", decidedAt: tx.now, lastUsedAt: tx.now });
  const link = { address: "quetzalcoatl@example.org", expiresAt: new Date(tx.now.getTime() + 1000), createdAt: tx.now };
  await tx.db.insert(mailedLinks).values([
    { ...link, purpose: "reset_password", subjectId: accountId, tokenHash: "1" },
    {
      ...link,
      purpose: "undo_change",
      subjectId: "018f0000-0000-7000-8000-000000000001",
      payload: { accountId, old: "quetzalcoatl@example.org" },
      address: "quetzalcoatl-old@example.org",
      tokenHash: "2",
    },
  ]);
  const [file] = await tx.db
    .insert(files)
    .values({
      ownerId: accountId,
      place: "account_picture",
      name: `${mark}.jpg`,
      mediaType: "image/jpeg",
      bytes: 1,
      sha256: "x",
      state: "clean",
      store: "local",
      storeKey: "x",
      keyId: "x",
      wrappedKey: "x",
      attachedAt: tx.now,
    })
    .returning({ id: files.id });
  await tx.db
    .update(accounts)
    .set({ pictureFileId: file?.id ?? null })
    .where(eq(accounts.id, accountId));
  await queueMail(tx, "registration-known", {
    to: actor.address,
    accountId,
    cause: "x",
    props: { firstName: mark, address: actor.address, until: "" },
    secrets: { url: "https://example.org", code: "12345678" },
  });
  // To an address that was theirs and no longer is.
  const former = { firstName: mark, address: actor.address, until: "" };
  await queueMail(tx, "registration-known", {
    to: "ancienne@example.org",
    accountId,
    cause: "y",
    props: former,
    secrets: { url: "https://example.org", code: "12345678" },
  });
  return actor;
}

/** Rows of the whole database in which a text is found, table by table. */
async function rowsWith(tx: TxCtx, text: string): Promise<string[]> {
  const tables = await tx.db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await tx.db.execute<{ hits: number }>(
      sql`select count(*)::int as hits from ${sql.identifier(name)} t where t::text ilike ${`%${text}%`}`,
    );
    if ((row?.hits ?? 0) > 0) found.push(`${name}: ${row?.hits}`);
  }
  return found;
}

test("MC-30 closing erases the person everywhere: only the last mail, to each address, still names them", () =>
  inRolledBackTx(async (tx) => {
    const actor = await makeMarked(tx);
    expect((await rowsWith(tx, "quetzalcoatl")).length).toBeGreaterThan(7);
    await close({ ...tx, actor });
    expect(await rowsWith(tx, "quetzalcoatl")).toEqual(["mails: 2"]);
    const left = await tx.db
      .select({ kind: mails.kind, to: mails.toAddress, accountId: mails.accountId })
      .from(mails)
      .orderBy(mails.toAddress);
    expect(left).toEqual([
      { kind: "account-closed", to: "quetzalcoatl2@example.org", accountId: null },
      { kind: "account-closed", to: "quetzalcoatl@example.org", accountId: null },
    ]);
    expect(await readAccount(tx, actor.accountId)).toMatchObject({
      firstName: "Compte",
      lastName: "supprimé",
      phone: null,
      pictureFileId: null,
      closedAt: tx.now,
    });
    const [line] = await tx.db.select().from(auditLog).where(eq(auditLog.accountId, actor.accountId));
    expect(line).toMatchObject({ action: "account.close", actorId: actor.accountId, details: {} });
  }));

test("MC-30 once closed: sessions, links, roles and consents are over, and the address is free to register anew", () =>
  inRolledBackTx(async (tx) => {
    const actor = await makeMarked(tx);
    await tx.db.insert(roleGrants).values({ accountId: actor.accountId, role: "trainer", grantedAt: tx.now });
    await close({ ...tx, actor });
    expect(await readActor(tx, actor.sessionId)).toBeNull();
    expect((await tx.db.select().from(mailedLinks)).every(({ voidedAt }) => voidedAt !== null)).toBe(true);
    expect(
      (await tx.db.select().from(roleGrants).where(eq(roleGrants.accountId, actor.accountId))).every(
        ({ withdrawnAt }) => withdrawnAt !== null,
      ),
    ).toBe(true);
    expect((await tx.db.select().from(appConsents)).map(({ endReason }) => endReason)).toEqual(["account_closed"]);
    expect((await tx.db.select().from(files)).map(({ state }) => state)).toEqual(["deleted"]);
    expect(await tx.db.select().from(accountAddresses).where(eq(accountAddresses.canonical, actor.address))).toEqual([]);
    await makeSignedIn(tx, { address: actor.address });
  }));

test("MC-30 the last administrator cannot close: the reason says what to do first, before and after typing", () =>
  inRolledBackTx(async (tx) => {
    const actor = await makeSignedIn(tx, { role: "administrator", passwordHash });
    const ctx = { ...tx, actor };
    expect(await readClosingObstacles(ctx, rules)).toEqual([expect.stringContaining("Donnez d’abord ce rôle à une autre personne")]);
    await expect(close(ctx)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("dernier compte d’administration"),
    });
    expect((await readAccount(tx, actor.accountId))?.closedAt).toBeNull();
    await makeSignedIn(tx, { role: "administrator" });
    expect(await readClosingObstacles(ctx, rules)).toEqual([]);
    await close(ctx);
    expect((await readAccount(tx, actor.accountId))?.closedAt).toEqual(tx.now);
  }));

test("MC-30 every module's reasons are shown together, and nothing is erased", () =>
  inRolledBackTx(async (tx) => {
    const actor = await makeSignedIn(tx, { passwordHash });
    const refusing = [() => Promise.resolve("Raison un."), () => Promise.resolve(null), () => Promise.resolve("Raison deux.")];
    await expect(closeAccount({ ...tx, actor }, { current: password, word: "SUPPRIMER" }, refusing)).rejects.toMatchObject({
      message: expect.stringContaining("Raison un. Raison deux."),
    });
    expect((await readAccount(tx, actor.accountId))?.firstName).toBe("Camille");
  }));

test("MC-30 a wrong password closes nothing", () =>
  inRolledBackTx(async (tx) => {
    const actor = await makeSignedIn(tx, { passwordHash });
    await expect(closeAccount({ ...tx, actor }, { current: "autre chose", word: "SUPPRIMER" }, rules)).rejects.toMatchObject({
      fieldErrors: { current: expect.any(Array) },
    });
    expect((await readAccount(tx, actor.accountId))?.closedAt).toBeNull();
  }));

test("MC-30 two administrators who close at the same time leave one", () =>
  onCommittedCopy("closing", async (db) => {
    const admins = [
      await makeSignedIn(testCtx(db), { role: "administrator", passwordHash }),
      await makeSignedIn(testCtx(db), { role: "administrator", passwordHash }),
    ];
    const outcomes = await Promise.allSettled(admins.map((actor) => close(testCtx(db, { actor }))));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const closed = await Promise.all(admins.map(async ({ accountId }) => (await readAccount(testCtx(db), accountId))?.closedAt !== null));
    expect(closed.filter(Boolean)).toHaveLength(1);
  }));
