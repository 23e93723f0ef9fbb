import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts } from "@/db/schema/accounts";
import { auditLog } from "@/db/schema/platform";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx } from "@/db/testing/rollback";
import type { TxCtx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import { changeIdentity } from "./change-identity";
import { readIdentity } from "./read-identity";
import type { ChangeIdentityInput } from "./schemas";
import { changeIdentityInput } from "./schemas";

const typed = { civility: "mme", firstName: "Camille", lastName: "Durand", birthName: "", bornOn: "", phone: "" } as const;
const parse = (over: Record<string, string>, version: string): ChangeIdentityInput =>
  changeIdentityInput.parse({ ...typed, version, ...over });

async function signIn(tx: TxCtx) {
  const actor = await makeSignedIn(tx);
  const ctx = { ...tx, actor };
  return { ctx, actor, before: await readIdentity(ctx, actor) };
}

test("MC-30 one changes one's identity: stored in one form, and the log names the fields without their values", () =>
  inRolledBackTx(async (tx) => {
    const { ctx, actor, before } = await signIn(tx);
    const { changed } = await changeIdentity(
      ctx,
      parse({ lastName: "  Martin ", birthName: "Durand", bornOn: "1/2/1980", phone: "06 12 34 56 78" }, before.version),
    );
    expect(changed).toEqual(["lastName", "birthName", "bornOn", "phone"]);
    expect(await readIdentity(ctx, actor)).toMatchObject({
      lastName: "Martin",
      birthName: "Durand",
      bornOn: "1980-02-01",
      phone: "+33612345678",
    });
    const [line] = await tx.db.select().from(auditLog).where(eq(auditLog.accountId, actor.accountId));
    expect(line).toMatchObject({ action: "account.identity_changed", actorId: actor.accountId, details: { fields: changed } });
    expect(JSON.stringify(line)).not.toContain("Martin");
  }));

test("MC-30 of two tabs, the second is told, sees both values, and nothing is overwritten until it says so", () =>
  inRolledBackTx(async (tx) => {
    const { ctx, actor, before } = await signIn(tx);
    await changeIdentity(ctx, parse({ lastName: "Martin" }, before.version));
    const second = parse({ lastName: "Bernard" }, before.version);
    const refusal: unknown = await changeIdentity(ctx, second).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({
      code: "conflict",
      fieldErrors: { lastName: ["Nom : « Martin » a été enregistré entre-temps."], overwrite: [expect.stringContaining("Cochez")] },
    });
    expect((await readIdentity(ctx, actor)).lastName).toBe("Martin");
    const { version } = await changeIdentity(ctx, { ...second, overwrite: true });
    expect(await readIdentity(ctx, actor)).toMatchObject({ lastName: "Bernard", version });
  }));

test("MC-30 two tabs that typed the same thing are no conflict; nothing is written twice", () =>
  inRolledBackTx(async (tx) => {
    const { ctx, actor, before } = await signIn(tx);
    await changeIdentity(ctx, parse({ phone: "0612345678" }, before.version));
    expect(await changeIdentity(ctx, parse({ phone: "+33612345678" }, before.version))).toMatchObject({ changed: [] });
    expect(await tx.db.select().from(auditLog).where(eq(auditLog.accountId, actor.accountId))).toHaveLength(1);
  }));

test.each(["21/11/2030", "21/11/2020"])("MC-30 a birth on %s is refused, and nothing else of the form is saved", (bornOn) =>
  inRolledBackTx(async (tx) => {
    const { ctx, actor, before } = await signIn(tx);
    await expect(changeIdentity(ctx, parse({ bornOn, lastName: "Martin" }, before.version))).rejects.toMatchObject({
      fieldErrors: { bornOn: [expect.any(String)] },
    });
    expect((await readIdentity(ctx, actor)).lastName).toBe("Durand");
  }),
);

test("MC-30 a visitor, or a person whose second factor is missing, changes nothing", () =>
  inRolledBackTx(async (tx) => {
    const { ctx, actor, before } = await signIn(tx);
    const change = parse({ lastName: "Martin" }, before.version);
    expect(() => changeIdentity(tx, change)).toThrow(Refusal);
    expect(() => changeIdentity({ ...ctx, actor: { ...actor, secondFactor: "missing" } }, change)).toThrow(Refusal);
    const [stored] = await tx.db.select().from(accounts).where(eq(accounts.id, actor.accountId));
    expect(stored?.lastName).toBe("Durand");
  }));
