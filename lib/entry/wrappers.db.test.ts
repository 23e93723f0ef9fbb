import { eq } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { auditLog } from "@/db/schema/platform";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx, testCtx } from "@/db/testing/rollback";
import { applications } from "@/lib/accounts/applications/applications.data";
import { acceptTerms } from "@/lib/accounts/consents/accept-terms";
import { giveConsent } from "@/lib/accounts/consents/give-consent";
import { passwordRuleIds } from "@/lib/accounts/passwords/rules";
import type { Ctx } from "@/lib/core/ctx";
import type * as Env from "@/lib/core/env";
import { idle } from "@/lib/core/form-state";
import { someone } from "@/lib/files/testing/test-tools";
import { action } from "./action";
import { page } from "./page";
import { route } from "./route";

/** The request being answered, which the framework would give; everything behind it is real. */
const request = vi.hoisted(() => ({ headers: new Headers(), ctx: undefined as unknown, demonstration: true }));
class Gone extends Error {}

vi.mock("server-only", () => ({}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("next/headers", () => ({ headers: () => Promise.resolve(request.headers), cookies: () => Promise.resolve(new Map()) }));
vi.mock("next/navigation", () => {
  const leave = (where: string) => () => {
    throw new Gone(where);
  };
  const rethrow = (error: unknown) => {
    if (error instanceof Gone) throw error;
  };
  return { redirect: (to: string) => leave(to)(), notFound: leave("not found"), forbidden: leave("forbidden"), unstable_rethrow: rethrow };
});
vi.mock("./auth", () => ({ secureCookies: false, startSession: () => {}, forgetSession: () => {} }));
vi.mock("./current-ctx", () => ({
  currentCtx: () => Promise.resolve(request.ctx),
  anonymousCtx: () => Promise.resolve(request.ctx),
  currentPath: () => Promise.resolve("/ici"),
}));
vi.mock("@/lib/core/env", async (original) => ({
  ...(await original<typeof Env>()),
  isDemonstration: () => request.demonstration,
}));

const ours = { host: "localhost:3000", origin: "http://localhost:3000" };
beforeEach(() => void Object.assign(request, { headers: new Headers(ours), demonstration: true }));

/** A request of `actor`, with these headers; what it wrote is undone. */
const asked = <Result>(actor: Ctx["actor"], story: (ctx: Ctx) => Promise<Result>): Promise<Result> =>
  inRolledBackTx((tx) => {
    const ctx = testCtx(tx.db, { actor });
    request.ctx = ctx;
    return story(ctx);
  });
const visitor = { kind: "visitor" } as const;
const person = someone();
const linesOf = (ctx: Ctx) => ctx.db.select().from(auditLog).where(eq(auditLog.action, "entry.refused"));

const verb = vi.fn(() => Promise.resolve("done"));
const made = (policy: "visitor" | "signed_in" | "administrator") =>
  action({ name: "story.act", policy, schema: z.object({}), verb, then: (message) => ({ message }) });
const render = vi.fn(() => Promise.resolve("content"));
const shown = (policy: "visitor" | "signed_in" | "administrator", only?: "demonstration") =>
  page(
    { name: "story.page", policy, ...(only === undefined ? {} : { only }) },
    render,
  )({
    params: Promise.resolve({}),
    searchParams: Promise.resolve({}),
  });
const handled = vi.fn(() => Promise.resolve(new Response("content")));
const called = (policy: "visitor" | "signed_in" | "administrator" | "cron", method = "GET") =>
  route({ name: "story.route", policy }, handled)(new Request("http://localhost:3000/api", { method, headers: request.headers }), {
    params: Promise.resolve({}),
  });
beforeEach(() => void [verb, render, handled].map((each) => each.mockClear()));

test("AD-10 an action whose policy says no never reaches its verb, and leaves a line", () =>
  asked(person, async (ctx) => {
    expect(await made("administrator")(idle, new FormData())).toMatchObject({ status: "refused", code: "forbidden" });
    expect(verb).not.toHaveBeenCalled();
    expect(await linesOf(ctx)).toMatchObject([{ actorId: person.accountId, details: { entry: "story.act", policy: "administrator" } }]);
    expect(await made("signed_in")(idle, new FormData())).toMatchObject({ status: "done", message: "done" });
  }));

test.each([
  ["another site", { ...ours, origin: "https://elsewhere.example" }],
  ["nowhere", { host: ours.host }],
  ["another host", { host: "elsewhere.example", origin: "http://elsewhere.example" }],
  ["a page of another site, as the browser says", { ...ours, "sec-fetch-site": "cross-site" }],
])("W1 what changes something is refused when it comes from %s", (_where, headers) =>
  asked(person, async () => {
    request.headers = new Headers(headers);
    expect(await made("visitor")(idle, new FormData())).toMatchObject({ status: "refused", code: "forbidden" });
    expect((await called("visitor", "POST")).status).toBe(403);
    expect([verb, handled].map((each) => each.mock.calls.length)).toEqual([0, 0]);
  }),
);

test("AD-10 MC-12 a page whose policy says no shows nothing: one signs in, or is refused", async () => {
  await asked(visitor, async () => expect(shown("signed_in")).rejects.toThrow("/compte/connexion"));
  await asked({ ...person, secondFactor: "missing" }, async () => expect(shown("signed_in")).rejects.toThrow("verification"));
  await asked(person, async (ctx) => {
    await expect(shown("administrator")).rejects.toThrow("forbidden");
    expect(await linesOf(ctx)).toHaveLength(1);
  });
  expect(render).not.toHaveBeenCalled();
  await asked(person, async () => expect(await shown("signed_in")).toBe("content"));
});

const { gestion } = applications;
/** An administrator who has not entered the back office yet, then has passed its doors. */
const atTheDoors = (story: (pass: () => Promise<void>) => Promise<void>) =>
  inRolledBackTx(async (tx) => {
    const actor = await makeSignedIn(tx, { role: "administrator", passwordClasses: [...passwordRuleIds] });
    const ctx = testCtx(tx.db, { actor });
    request.ctx = ctx;
    await story(async () => {
      await giveConsent(ctx, { application: "gestion", scopes: [...gestion.scopes], mode: "always" });
      await acceptTerms(ctx, { application: "gestion", document: gestion.terms.document, version: gestion.terms.version });
    });
  });
const stepLeft = /Une étape reste à faire avant d’utiliser Gestion/u;

test("MC-13 MC-14 an action of an application never reaches its verb before consent and terms, and says what to do", () =>
  atTheDoors(async (pass) => {
    const act = action({
      name: "story.act",
      policy: "administrator",
      application: "gestion",
      schema: z.object({}),
      verb,
      then: (message) => ({ message }),
    });
    const refusal = { status: "refused", code: "forbidden", message: expect.stringMatching(stepLeft) as unknown };
    expect(await act(idle, new FormData())).toMatchObject(refusal);
    expect(verb).not.toHaveBeenCalled();
    await pass();
    expect(await act(idle, new FormData())).toMatchObject({ status: "done", message: "done" });
  }));

test("MC-13 MC-14 a route of an application never reaches its handler before consent and terms, and says what to do", () =>
  atTheDoors(async (pass) => {
    const handler = route({ name: "story.route", policy: "administrator", application: "gestion" }, handled);
    const call = () => handler(new Request("http://localhost:3000/api", { headers: request.headers }), { params: Promise.resolve({}) });
    const refusal = await call();
    expect([refusal.status, await refusal.json()]).toEqual([403, { message: expect.stringMatching(stepLeft) as unknown, fieldErrors: {} }]);
    expect(handled).not.toHaveBeenCalled();
    await pass();
    expect((await call()).status).toBe(200);
    expect(handled).toHaveBeenCalledOnce();
  }));

test("MC-11 beyond its limit an action does not reach its verb, nor a route its handler, and says when to come back", () =>
  asked(person, async () => {
    const limit = { points: 1, per: 60, by: "account" } as const;
    const act = action({ name: "story.act", policy: "signed_in", limit, schema: z.object({}), verb, then: (message) => ({ message }) });
    expect(await act(idle, new FormData())).toMatchObject({ status: "done" });
    expect(await act(idle, new FormData())).toMatchObject({ status: "refused", code: "limited" });
    expect(verb).toHaveBeenCalledOnce();
    const handler = route({ name: "story.route", policy: "signed_in", limit }, handled);
    const call = () => handler(new Request("http://localhost:3000/api", { headers: request.headers }), { params: Promise.resolve({}) });
    expect((await call()).status).toBe(200);
    const refusal = await call();
    expect([refusal.status, refusal.headers.get("retry-after")]).toEqual([429, expect.stringMatching(/^\d+$/u)]);
    expect(handled).toHaveBeenCalledOnce();
  }));

test("TR-52 a page under a forged host, or a page of the demonstration in production, does not exist", () =>
  asked(visitor, async () => {
    expect(await shown("visitor", "demonstration")).toBe("content");
    request.demonstration = false;
    await expect(shown("visitor", "demonstration")).rejects.toThrow("not found");
    expect(await shown("visitor")).toBe("content");
    request.headers = new Headers({ host: "elsewhere.example" });
    await expect(shown("visitor")).rejects.toThrow("not found");
  }));

test("AD-10 a route whose policy says no, or under a forged host, answers without its handler", async () => {
  await asked(visitor, async () => expect((await called("signed_in")).status).toBe(401));
  await asked(person, async () => {
    expect((await called("administrator")).status).toBe(403);
    // A job's address asks for its secret, whoever is signed in.
    expect((await called("cron", "POST")).status).toBe(401);
    expect(handled).not.toHaveBeenCalled();
    expect((await called("signed_in")).status).toBe(200);
    request.headers = new Headers({ host: "elsewhere.example" });
    expect((await called("signed_in")).status).toBe(403);
  });
});
