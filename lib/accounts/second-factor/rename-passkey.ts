import { and, eq } from "drizzle-orm";
import { passkeys } from "@/db/schema/accounts";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { absent, ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { personOf } from "@/lib/accounts/second-factor/person-of";
import { mayChangeFactors } from "./policy";

/** Gives one of one's own passkeys another name. */
export async function renamePasskey(ctx: Ctx, { id, name }: { readonly id: string; readonly name: string }): Promise<void> {
  const person = personOf(ctx);
  return withTx(ctx, async (tx) => {
    ensure(mayChangeFactors(person, true));
    const renamed = await tx.db
      .update(passkeys)
      .set({ name })
      .where(and(eq(passkeys.id, id), eq(passkeys.accountId, person.accountId)))
      .returning({ id: passkeys.id });
    if (renamed.length === 0) throw absent();
    await audit(tx, { action: "account.passkey_renamed", accountId: person.accountId, subject: { type: "passkey", id } });
  });
}
