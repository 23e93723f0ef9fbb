"use server";

import { createApiKey } from "@/lib/accounts/api-keys/create-api-key";
import { revokeApiKey } from "@/lib/accounts/api-keys/revoke-api-key";
import { apiKeyInput, createApiKeyInput } from "@/lib/accounts/api-keys/schemas";
import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";

export const createApiKeyAction = action({
  name: "api_key.create",
  policy: "administrator",
  application: "gestion",
  schema: createApiKeyInput,
  verb: createApiKey,
  then: ({ key }) => ({ message: "La clé est créée.", data: { key }, refresh: paths.manage.apiKeys() }),
});

export const revokeApiKeyAction = action({
  name: "api_key.revoke",
  policy: "administrator",
  application: "gestion",
  schema: apiKeyInput,
  verb: revokeApiKey,
  then: () => ({ redirectTo: paths.manage.apiKeys({ message: "revoquee" }) }),
});
