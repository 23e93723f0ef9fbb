import { expect, test } from "vitest";
import { apiKeys } from "@/db/schema/access";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { onCommittedCopy, testCtx } from "@/db/testing/rollback";
import type { Ctx } from "@/lib/core/ctx";
import { createApiKey } from "./create-api-key";
import { listApiKeys } from "./list-api-keys";
import { revokeApiKey } from "./revoke-api-key";
import { useApiKey } from "./use-api-key";

const staged = (name: string, story: (ctx: Ctx, administrator: Ctx) => Promise<void>) =>
  onCommittedCopy(name, async (db) => {
    const ctx = testCtx(db);
    await story(ctx, { ...ctx, actor: await makeSignedIn(ctx, { role: "administrator" }) });
  });

test("AD-16 a key is shown once and kept as a hash; it opens until it is revoked", () =>
  staged("keys", async (ctx, administrator) => {
    const { key } = await createApiKey(administrator, { name: "Logiciel de paie" });
    expect(JSON.stringify(await ctx.db.select().from(apiKeys))).not.toContain(key);
    const { keyId } = await useApiKey(ctx, `Bearer ${key}`);
    const [line] = await listApiKeys(administrator);
    expect(line).toMatchObject({ id: keyId, name: "Logiciel de paie", lastUsedAt: ctx.now, revokedAt: null });
    await revokeApiKey(administrator, { keyId });
    await revokeApiKey(administrator, { keyId });
    await expect(useApiKey(ctx, `Bearer ${key}`)).rejects.toMatchObject({ code: "unauthenticated" });
  }));

test("AD-16 a wrong key, none, or another scheme are refused alike, and then slowed down", () =>
  staged("wrong_keys", async (ctx) => {
    for (const given of [null, "", "Bearer", "Basic x", `Bearer esp_${"a".repeat(43)}`, "Bearer ' or 1=1"])
      await expect(useApiKey(ctx, given)).rejects.toMatchObject({ code: "unauthenticated" });
    const attempts = await Promise.allSettled(Array.from({ length: 70 }, () => useApiKey(ctx, "Bearer x")));
    const codes = new Set(attempts.map((attempt) => (attempt.status === "rejected" ? (attempt.reason as { code: string }).code : "open")));
    expect(codes).toEqual(new Set(["unauthenticated", "limited"]));
  }));

test("AD-16 a key has its own limit of calls in an hour", () =>
  staged("limited_keys", async (ctx, administrator) => {
    const { key } = await createApiKey(administrator, { name: "Logiciel de paie" });
    for (let calls = 0; calls < 600; calls += 50) await Promise.all(Array.from({ length: 50 }, () => useApiKey(ctx, `Bearer ${key}`)));
    await expect(useApiKey(ctx, `Bearer ${key}`)).rejects.toMatchObject({ code: "limited" });
  }));

test("AD-16 the administrator alone makes, sees and revokes keys", () =>
  staged("others_keys", async (ctx, administrator) => {
    await createApiKey(administrator, { name: "Logiciel de paie" });
    const [line] = await listApiKeys(administrator);
    const person = { ...ctx, actor: await makeSignedIn(ctx, { role: "member" }) };
    await expect(createApiKey(person, { name: "x" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(listApiKeys(person)).rejects.toMatchObject({ code: "forbidden" });
    await expect(revokeApiKey(person, { keyId: line?.id ?? "" })).rejects.toMatchObject({ code: "forbidden" });
  }));
