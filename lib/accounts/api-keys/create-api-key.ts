import { apiKeys } from "@/db/schema/access";
import { audit } from "@/lib/audit/audit";
import { hashToken, newToken } from "@/lib/core/crypto";
import { accountIdOf, type Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { can } from "./policy";
import type { CreateApiKeyInput } from "./schemas";

/** Makes a key for a program of the institution; it is shown once, and only its hash is kept (AD-16). */
export function createApiKey(ctx: Ctx, { name }: CreateApiKeyInput): Promise<{ key: string }> {
  return withTx(ctx, async (tx) => {
    ensure(can.manageApiKeys(tx.actor));
    const key = `esp_${newToken()}`;
    const createdBy = accountIdOf(tx.actor);
    const [made] = await tx.db
      .insert(apiKeys)
      .values({ name, keyHash: hashToken(key), createdBy, createdAt: tx.now })
      .returning({ id: apiKeys.id });
    if (made === undefined) throw new Error("key not stored");
    await audit(tx, { action: "api_key.create", subject: { type: "api_key", id: made.id }, details: { name } });
    return { key };
  });
}
