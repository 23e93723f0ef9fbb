import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { loginSessions, mailedLinks } from "@/db/schema/access";
import { accounts } from "@/db/schema/accounts";
import { makeSession, makeSignedIn } from "@/db/testing/factories/accounts";
import { onCommittedCopy, testCtx } from "@/db/testing/rollback";
import { issueLink } from "@/lib/accounts/links/issue-link";
import { signIn } from "@/lib/accounts/sign-in/sign-in";
import { as, auditOf, inStory, mailsOf, minutesLater } from "@/lib/accounts/testing/mailed-story";
import type { Ctx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import { changePassword } from "./change-password";
import { hashPassword } from "./hash-password";

const old = "Ancien-2026";
const fresh = "Nouveau-2026";

/** Somebody signed in, whose password is known. */
async function signedIn(ctx: Ctx, over: Parameters<typeof makeSignedIn>[1] = {}) {
  const person = await makeSignedIn(ctx, { address: "camille@ville.fr", passwordHash: await hashPassword(old), ...over });
  return { person, mine: as(ctx, person) };
}

const change = (ctx: Ctx, password = fresh, current = old, retour?: string) =>
  changePassword(ctx, { current, password, confirmation: password, retour });
const enter = (ctx: Ctx, password: string) => signIn(ctx, { address: "camille@ville.fr", password, remember: false, retour: undefined });

test("MC-21 a change with the present password: the new one signs in, the old one does not, and the log tells", () =>
  inStory(async (ctx) => {
    const { person, mine } = await signedIn(ctx);
    expect(await change(mine)).toEqual({ endedSessions: 0, returnTo: undefined });
    await expect(enter(ctx, old)).rejects.toMatchObject({ code: "invalid" });
    await expect(enter(ctx, fresh)).resolves.toBeDefined();
    expect(await auditOf(ctx, "password.change")).toMatchObject([{ actorId: person.accountId, accountId: person.accountId }]);
    const [account] = await ctx.db
      .select({ classes: accounts.passwordClasses, at: accounts.passwordChangedAt })
      .from(accounts)
      .where(eq(accounts.id, person.accountId));
    expect(account).toMatchObject({ at: ctx.now, classes: expect.arrayContaining(["lower", "digit", "special"]) as string[] });
  }));

test("MC-12 every other session ends at once; one's own goes on, and other people's too", () =>
  inStory(async (ctx) => {
    const { person, mine } = await signedIn(ctx);
    const elsewhere = await makeSession(ctx, person.accountId);
    const somebody = await makeSignedIn(ctx);
    expect(await change(mine)).toMatchObject({ endedSessions: 1 });
    const ended = await ctx.db.select({ id: loginSessions.id, reason: loginSessions.endReason }).from(loginSessions);
    expect(Object.fromEntries(ended.map(({ id, reason }) => [id, reason]))).toEqual({
      [person.sessionId]: null,
      [elsewhere]: "password_changed",
      [somebody.sessionId]: null,
    });
  }));

test("MC-21 both addresses are told", () =>
  inStory(async (ctx) => {
    const { mine } = await signedIn(ctx, { secondaryAddress: "camille@maison.fr" });
    await change(mine);
    const told = await mailsOf(ctx, "password-changed");
    expect(told.map(({ to }) => to)).toEqual(["camille@maison.fr", "camille@ville.fr"]);
    expect(told[0]?.props).toMatchObject({ device: "Firefox sur Linux", droppedPasskeys: false });
  }));

test("MC-21 a wrong present password changes nothing, and says which field", () =>
  inStory(async (ctx) => {
    const { mine } = await signedIn(ctx);
    await expect(change(mine, fresh, "Faux-2026")).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { current: expect.any(Array) as unknown },
    });
    await expect(enter(ctx, old)).resolves.toBeDefined();
  }));

test("MC-11 wrong present passwords count with those of sign-in: the sixth try waits, here and there", () =>
  inStory(async (ctx) => {
    const { mine } = await signedIn(ctx);
    for (let time = 0; time < 4; time++) await expect(change(mine, fresh, "Faux-2026")).rejects.toMatchObject({ code: "invalid" });
    await expect(enter(ctx, "Faux-2026")).rejects.toMatchObject({ code: "invalid" });
    await expect(change(mine)).rejects.toMatchObject({ code: "limited" });
    await expect(enter(ctx, old)).rejects.toMatchObject({ code: "limited" });
    await expect(change(minutesLater(mine, 1.1))).resolves.toBeDefined();
  }));

test("MC-23 the present password is not a new one", () =>
  inStory(async (ctx) => {
    const { mine } = await signedIn(ctx);
    await expect(change(mine, old)).rejects.toMatchObject({ fieldErrors: { password: [expect.stringContaining("5 derniers")] } });
  }));

test("MC-03 the rules of the application one is on the way to count, and one goes on to it", () =>
  inStory(async (ctx) => {
    const { mine } = await signedIn(ctx);
    await expect(change(mine, "Nouveau2026", old, "/intervenants/cv")).rejects.toMatchObject({
      fieldErrors: { password: [expect.stringContaining("caractère spécial")] },
    });
    await expect(change(mine, fresh, old, "/intervenants/cv")).resolves.toMatchObject({ returnTo: "/intervenants/cv" });
  }));

test("MC-21 a return address outside this site is dropped", () =>
  inStory(async (ctx) => {
    const { mine } = await signedIn(ctx);
    await expect(change(mine, fresh, old, "//ailleurs.example")).resolves.toMatchObject({ returnTo: undefined });
  }));

test("MC-22 links that somebody else may have asked for stop working", () =>
  inStory(async (ctx) => {
    const { person, mine } = await signedIn(ctx);
    for (const purpose of ["reset_password", "change_main", "prove_secondary"] as const) {
      await withTx(ctx, (tx) =>
        issueLink(tx, { purpose, subjectId: person.accountId, address: "x@ailleurs.fr", expiresAt: minutesLater(ctx, 60).now }),
      );
    }
    await change(mine);
    expect((await ctx.db.select({ reason: mailedLinks.voidReason }).from(mailedLinks)).map(({ reason }) => reason)).toEqual([
      "withdrawn",
      "withdrawn",
      "withdrawn",
    ]);
  }));

test("MC-21 neither a visitor nor somebody whose second factor is missing", () =>
  inStory(async (ctx) => {
    const { person } = await signedIn(ctx);
    for (const actor of [{ kind: "visitor" } as const, { ...person, secondFactor: "missing" } as const])
      await expect(change(as(ctx, actor))).rejects.toMatchObject({ code: "unauthenticated" });
  }));

test("MC-21 two tabs at once: one change is kept, the other is told", () =>
  onCommittedCopy("change_race", async (db) => {
    const { mine } = await signedIn(testCtx(db));
    const answers = await Promise.allSettled(["Premier-2026", "Second-2026"].map((password) => change(mine, password)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(answers.find(({ status }) => status === "rejected")).toMatchObject({ reason: { name: "Refusal" } });
    expect(await mailsOf(mine, "password-changed")).toHaveLength(1);
  }));
