import { expect, test } from "vitest";
import { someone } from "@/lib/files/testing/test-tools";
import { mayChangeFactors, mayResetFactors } from "./policy";

const administrator = someone({ grants: [{ role: "administrator", structureId: null, authorityId: null }] });

test("MC-32 whoever has a factor gives it before touching any; the first one needs none", () => {
  expect(mayChangeFactors({ kind: "visitor" }, false)).toMatchObject({ code: "unauthenticated" });
  expect(mayChangeFactors(someone(), false).allowed).toBe(true);
  for (const secondFactor of ["missing", "not_asked"] as const)
    expect(mayChangeFactors(someone({ secondFactor }), true)).toMatchObject({ code: "unauthenticated", reason: /second facteur/u });
  expect(mayChangeFactors(someone({ secondFactor: "passed" }), true).allowed).toBe(true);
});

test("AD-10 an administrator who gave their own factor resets those of others, not their own", () => {
  expect(mayResetFactors(administrator, "somebody").allowed).toBe(true);
  const refused = [
    mayResetFactors({ kind: "visitor" }, "somebody"),
    mayResetFactors(someone(), "somebody"),
    mayResetFactors({ ...administrator, secondFactor: "missing" }, "somebody"),
    mayResetFactors(administrator, administrator.accountId),
  ];
  expect(refused).toMatchObject(refused.map(() => ({ allowed: false, code: "forbidden" })));
});
