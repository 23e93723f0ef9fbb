import { and, eq, isNull } from "drizzle-orm";
import { apiKeys } from "@/db/schema/access";
import { hashToken } from "@/lib/core/crypto";
import type { Ctx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import { consumeLimit } from "@/lib/limits/consume-limit";

const perKey = { points: 600, per: 3600 } as const;
/** Wrong keys from one address: nobody guesses 256 bits, but nobody needs to try. */
const perNetwork = { points: 60, per: 3600 } as const;

export interface UsedKey {
  readonly keyId: string;
  readonly name: string;
}

// No policy: the key is the right.
/** Finds the key that a program presents, and counts its use; an unknown or ended one is refused (AD-16). */
export async function useApiKey(ctx: Ctx, authorization: string | null): Promise<UsedKey> {
  const key = /^Bearer (esp_[\w-]{43})$/u.exec(authorization ?? "")?.[1];
  const [known] =
    key === undefined
      ? []
      : await ctx.db
          .update(apiKeys)
          .set({ lastUsedAt: ctx.now })
          .where(and(eq(apiKeys.keyHash, hashToken(key)), isNull(apiKeys.revokedAt)))
          .returning({ keyId: apiKeys.id, name: apiKeys.name });
  if (known === undefined) {
    await consumeLimit(ctx, "api_key.wrong", ctx.network, perNetwork);
    throw new Refusal("unauthenticated", "Clé absente, inconnue ou révoquée.");
  }
  await consumeLimit(ctx, "api_key.use", known.keyId, perKey);
  return known;
}
