import { expect, test } from "vitest";
import { roles, roleScopes } from "@/lib/accounts/roles/vocabulary";
import { shownFor } from "./scope-classes";

test("AD-10 the box of a place is shown for each role limited to such a place, and for no other", () => {
  for (const scope of ["structure", "authority"] as const) {
    const shown = [...shownFor[scope].matchAll(/value=(\w+)/gu)].map(([, role]) => role);
    expect(shown).toEqual(roles.filter((role) => roleScopes[role] === scope));
  }
});
