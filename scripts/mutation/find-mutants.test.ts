import { expect, test } from "vitest";
import { apply, findMutants } from "./find-mutants";

const without = (file: string, text: string) => findMutants(file, text).map((mutant) => [mutant.kind, apply(text, mutant)]);

test.each([
  ["a check", "lib/x/verb.ts", "  ensure(can.see(ctx.actor));\n  next();", [["check", "  ;\n  next();"]]],
  ["a proof asked for", "lib/x/verb.ts", "  await requirePassword(ctx, actor, typed);", [["check", "  ;"]]],
  [
    "a proof asked for in one case",
    "lib/x/verb.ts",
    '  if (group === "security") requireFreshProof(ctx);',
    [["check", '  if (group === "security") ;']],
  ],
  ["the doors of an application", "lib/x/wrap.ts", "  await requireGates(ctx, spec.application);", [["check", "  ;"]]],
  [
    "a limit",
    "lib/x/verb.ts",
    '  if (limit !== undefined) await consumeLimit(ctx, "x", key);',
    [["check", "  if (limit !== undefined) ;"]],
  ],
  ["what is held", "lib/x/verb.ts", "    await holdPassword(tx, account);", [["check", "    ;"]]],
  [
    "what is held, handed over",
    "lib/x/verb.ts",
    "  return pass(ctx, (tx) => holdPasskey(tx, checked));",
    [["check", "  return pass(ctx, (tx) => Promise.resolve());"]],
  ],
  ["a blocked account", "lib/x/verb.ts", "  if (account.blockedAt !== null) throw blocked();", [["block", "  ;"]]],
  ["a guard itself", "lib/x/guard.ts", "export async function holdPasskey(tx: TxCtx): Promise<void> {\n  await lock(tx);\n}", []],
  ["a policy on an object", "lib/x/read.ts", "  if (row === null || !maySee(row)) throw absent();", [["object", "  ;"]]],
  ["whose rows", "lib/x/read.ts", "where(and(eq(files.ownerId, tx.actor.accountId), live))", [["owner", "where(and(undefined, live))"]]],
  ["a rule", "lib/x/policy.ts", 'if (self) return no("Pas (vous).", "conflict");', [["rule", "if (self) return yes;"]]],
  [
    "an entry",
    "app/x/page.tsx",
    'page({ name: "x", policy: "staff" }, render)',
    [["entry", 'page({ name: "x", policy: "visitor" }, render)']],
  ],
  ["an entry open to all", "app/x/page.tsx", 'page({ name: "x", policy: "visitor" }, render)', []],
  ["what only looks alike", "lib/x/verb.ts", '  // ensure(nothing);\n  const ensured = measure("ensure(");', []],
] as const)("AD-10 the lines that refuse somebody are found, and taken away: %s", (_name, file, text, expected) => {
  expect(without(file, text)).toEqual(expected);
});

test("AD-10 a refusal that has a name becomes a yes wherever it is answered, one at a time", () => {
  const text = 'const notYou = no("Pas vous, notYou, non.");\nexport const can = { see: () => notYou, act: () => notYou };';
  expect(without("lib/x/policy.ts", text)).toEqual([
    ["rule", text.replace("see: () => notYou", "see: () => yes")],
    ["rule", text.replace("act: () => notYou", "act: () => yes")],
  ]);
});
