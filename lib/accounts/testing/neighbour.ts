import { sql } from "drizzle-orm";
import { accounts, appConsents, passkeyChallenges, passwordHistory, termsAcceptances } from "@/db/schema/accounts";
import { files } from "@/db/schema/files";
import { makeSession } from "@/db/testing/factories/accounts";
import { applications } from "@/lib/accounts/applications/applications.data";
import { personColumns } from "@/lib/accounts/data-export/person-columns.data";
import { personOf } from "@/lib/accounts/second-factor/person-of";
import { startTotp } from "@/lib/accounts/second-factor/start-totp";
import { again, aPerson, withPasskey, withTotp } from "@/lib/accounts/second-factor/testing/person";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import { queueMail } from "@/lib/mail/queue-mail";

export interface Neighbourhood {
  readonly ids: readonly string[];
  /** Everything that the database holds of them, row by row. */
  read(): Promise<readonly unknown[]>;
}

/** Two people who live in the same database: one with something in every table that knows people, one setting up a factor. */
export async function makeNeighbours(db: Ctx["db"], passwordHash: string): Promise<Neighbourhood> {
  const beginner = await aPerson(db, { firstName: "Voisin" });
  await startTotp(beginner);
  const neighbour = await aPerson(db, {
    firstName: "Voisine",
    lastName: "Voisine",
    secondaryAddress: "voisine@example.net",
    role: "administrator",
    passwordHash,
    passwordClasses: ["length", "upper", "lower", "digit", "special", "non_letter", "no_name"],
  });
  await withTotp(neighbour);
  await withPasskey(await again(neighbour), "Téléphone de la voisine");
  await livesHere(neighbour, passwordHash);
  const ids = [personOf(beginner).accountId, personOf(neighbour).accountId];
  return { ids, read: () => rowsOf(db, ids) };
}

async function livesHere(ctx: Ctx, passwordHash: string): Promise<void> {
  const { db, now, actor } = ctx;
  const { accountId, address } = personOf({ ...ctx, actor });
  const { document, version } = applications.gestion.terms;
  await makeSession(ctx, accountId, { device: "Appareil de la voisine", secondFactorAt: now });
  const seen = { accountId, scopes: [...applications.gestion.scopes], mode: "always" as const, decidedAt: now, lastUsedAt: now };
  await db.insert(appConsents).values({ ...seen, application: "gestion" });
  await db.insert(termsAcceptances).values({ accountId, application: "gestion", document, version, acceptedAt: now });
  await db.insert(passwordHistory).values([1, 2].map(() => ({ accountId, passwordHash, createdAt: now })));
  await db.insert(passkeyChallenges).values({ accountId, challenge: "défi de la voisine", expiresAt: new Date(now.getTime() + 60_000) });
  const [file] = await db.insert(files).values(pictureOf(accountId, now)).returning({ id: files.id });
  await db
    .update(accounts)
    .set({ pictureFileId: file?.id ?? null })
    .where(sql`${accounts.id} = ${accountId}`);
  await withTx(ctx, async (tx) => {
    const props = { firstName: "Voisine", address, until: "" };
    await queueMail(tx, "registration-known", {
      to: address,
      accountId,
      cause: "neighbour",
      props,
      secrets: { url: "https://example.org", code: "12345678" },
    });
    for (const format of ["json", "csv"]) await audit(tx, { action: "account.data_downloaded", accountId, details: { format } });
  });
}

const pictureOf = (ownerId: string, attachedAt: Date): typeof files.$inferInsert => ({
  ownerId,
  place: "account_picture",
  name: "voisine.jpg",
  mediaType: "image/jpeg",
  bytes: 1,
  sha256: "x",
  state: "clean",
  store: "local",
  storeKey: `voisine-${ownerId}`,
  keyId: "x",
  wrappedKey: "x",
  attachedAt,
});

async function rowsOf(db: Ctx["db"], ids: readonly string[]): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (const place of Object.keys(personColumns)) {
    const [table = "", column = ""] = place.split(".");
    const found = await db.execute<{ row: unknown }>(
      sql`select to_jsonb(t) as row from ${sql.identifier(table)} t where ${sql.identifier(column)} in ${ids} order by to_jsonb(t)::text`,
    );
    rows.push(...found.map(({ row }) => ({ place, row })));
  }
  return rows;
}
