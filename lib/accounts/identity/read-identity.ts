import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { hashToken } from "@/lib/core/crypto";
import type { Ctx, SignedIn } from "@/lib/core/ctx";
import { absent } from "@/lib/core/refusal";
import { type Identity, identityFields } from "./rules";

const columns = {
  civility: accounts.civility,
  firstName: accounts.firstName,
  lastName: accounts.lastName,
  birthName: accounts.birthName,
  bornOn: accounts.bornOn,
  phone: accounts.phone,
};

export interface StoredIdentity extends Identity {
  /** Changes when any field does: a form sends it back, so that two tabs do not overwrite each other (MC-30). */
  readonly version: string;
  readonly pictureFileId: string | null;
}

/** The identity of the person who asks. `lock`: for the transaction that is about to change it. */
export async function readIdentity(ctx: Ctx, actor: SignedIn, { lock = false } = {}): Promise<StoredIdentity> {
  const query = ctx.db
    .select({ ...columns, pictureFileId: accounts.pictureFileId })
    .from(accounts)
    .where(eq(accounts.id, actor.accountId));
  const [row] = await (lock ? query.for("update") : query);
  if (row === undefined) throw absent();
  return { ...row, version: identityVersion(row) };
}

export const identityVersion = (identity: Identity): string => hashToken(JSON.stringify(identityFields.map((field) => identity[field])));
