import { expect, test } from "vitest";
import { someone } from "@/lib/files/testing/test-tools";
import { mayManageOwnAccount, mine } from "./policy";

test("MC-30 one manages one's own account once signed in, second factor given; nobody else comes out of it", () => {
  const person = someone();
  expect(mayManageOwnAccount({ kind: "visitor" })).toMatchObject({ code: "unauthenticated", reason: /Connectez-vous/u });
  expect(mayManageOwnAccount({ kind: "system", name: "job" })).toMatchObject({ code: "unauthenticated" });
  expect(mayManageOwnAccount({ ...person, secondFactor: "missing" })).toMatchObject({ code: "unauthenticated", reason: /second facteur/u });
  expect(mine(person)).toBe(person);
  expect(() => mine({ kind: "visitor" })).toThrow(/Connectez-vous/u);
  expect(() => mine({ ...person, secondFactor: "missing" })).toThrow(/second facteur/u);
});
