import { expect, test } from "vitest";
import type { Actor, SignedIn } from "@/lib/core/ctx";
import { expectedOf, roleNames, type Kind, type RoleName } from "@/e2e/guards/doors.data";
import { readInventory } from "@/e2e/guards/inventory";
import { rights } from "@/e2e/guards/rights-of-entries.data";
import { someone } from "@/lib/files/testing/test-tools";
import { admit, entryPolicies } from "./policies";

// The same matrix is walked on the built site (e2e/guards/rights-matrix.spec.ts); here it costs nothing to ask on every change.

test("AD-10 every entry point found in the sources is in the matrix, with the policy that the matrix expects", () => {
  const found = Object.fromEntries(readInventory().map(({ kind, name, policy }) => [`${kind} ${name}`, policy]));
  expect(Object.keys(found).length).toBeGreaterThan(50);
  expect(found).toEqual(Object.fromEntries(Object.entries(rights).map(([key, { policy }]) => [key, policy])));
});

const withRole = (role: SignedIn["grants"][number]["role"], over: Partial<SignedIn> = {}) =>
  someone({ grants: [{ role, structureId: null, authorityId: null }], ...over });
/** Somebody blocked, or whose session was ended, comes as a visitor: read-actor.ts finds nobody. */
const callers: Readonly<Record<RoleName, Actor>> = {
  visitor: { kind: "visitor" },
  person: someone(),
  agent: withRole("agent"),
  trainer: withRole("trainer"),
  manager: withRole("manager"),
  administrator: withRole("administrator"),
  no_factor: withRole("administrator", { secondFactor: "missing" }),
  blocked: { kind: "visitor" },
  ended: { kind: "visitor" },
};

test.each(entryPolicies)("AD-10 MC-12 the policy %s opens to those that the matrix says, and to nobody else", (policy) => {
  const verdictOf = (role: RoleName): Kind => {
    const verdict = admit(policy, callers[role]);
    if (verdict.allowed) return "open";
    if (verdict.code === "forbidden") return "forbidden";
    return verdict.reason.includes("second facteur") ? "factor" : "sign_in";
  };
  expect(Object.fromEntries(roleNames.map((role) => [role, verdictOf(role)]))).toEqual(
    Object.fromEntries(roleNames.map((role) => [role, expectedOf(policy, role)])),
  );
});
