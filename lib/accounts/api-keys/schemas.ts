import { z } from "zod";
import { identifier, line } from "@/lib/core/fields";

export const createApiKeyInput = z.strictObject({ name: line(100, "Dites quel logiciel se servira de cette clé.") });
export type CreateApiKeyInput = z.output<typeof createApiKeyInput>;

export const apiKeyInput = z.strictObject({ keyId: identifier });
export type ApiKeyInput = z.output<typeof apiKeyInput>;
