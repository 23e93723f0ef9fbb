import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { mine } from "./policy";
import { identityVersion, readIdentity } from "./read-identity";
import { bornOnRefusal, conflictErrors, differences, type Identity, type IdentityField } from "./rules";
import type { ChangeIdentityInput } from "./schemas";

export interface IdentityChange {
  readonly changed: readonly IdentityField[];
  /** Of what is stored now: the next change from the same form starts from it. */
  readonly version: string;
}

/**
 * Changes what a person says of themselves (MC-30). When another tab changed it meanwhile, nothing is saved: the
 * refusal shows what is stored beside what was typed, and asks which to keep.
 */
export function changeIdentity(ctx: Ctx, { version, overwrite, ...typed }: ChangeIdentityInput): Promise<IdentityChange> {
  const actor = mine(ctx.actor);
  return withTx(ctx, async (tx) => {
    const stored = await readIdentity(tx, actor, { lock: true });
    const changed = differences(typed, stored);
    if (changed.length === 0) return { changed, version: stored.version };
    if (version !== stored.version && !overwrite) {
      throw new Refusal(
        "conflict",
        "Votre identité a été modifiée entre-temps, dans un autre onglet ou sur un autre appareil. Rien n’a été enregistré.",
        conflictErrors(stored, changed),
      );
    }
    checkBirth(typed, stored, tx.now);
    await tx.db.update(accounts).set(typed).where(eq(accounts.id, actor.accountId));
    // Names of the fields, never their values: the log is not a second copy of the identity.
    await audit(tx, {
      action: "account.identity_changed",
      accountId: actor.accountId,
      subject: { type: "account", id: actor.accountId },
      details: { fields: changed },
    });
    return { changed, version: identityVersion(typed) };
  });
}

function checkBirth(typed: Identity, stored: Identity, now: Date): void {
  const refusal = typed.bornOn === stored.bornOn ? null : bornOnRefusal(typed.bornOn, now);
  if (refusal !== null) throw new Refusal("invalid", "La date de naissance est à corriger.", { bornOn: [refusal] });
}
