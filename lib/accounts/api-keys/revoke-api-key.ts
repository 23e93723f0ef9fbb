import { and, eq, isNull } from "drizzle-orm";
import { apiKeys } from "@/db/schema/access";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { can } from "./policy";
import type { ApiKeyInput } from "./schemas";

/** Ends a key at once; done twice, nothing more happens. */
export function revokeApiKey(ctx: Ctx, { keyId }: ApiKeyInput): Promise<void> {
  return withTx(ctx, async (tx) => {
    ensure(can.manageApiKeys(tx.actor));
    const ended = await tx.db
      .update(apiKeys)
      .set({ revokedAt: tx.now })
      .where(and(eq(apiKeys.id, keyId), isNull(apiKeys.revokedAt)))
      .returning({ name: apiKeys.name });
    const [key] = ended;
    if (key !== undefined)
      await audit(tx, { action: "api_key.revoke", subject: { type: "api_key", id: keyId }, details: { name: key.name } });
  });
}
