import { expect, test } from "vitest";
import { someone } from "@/lib/files/testing/test-tools";
import { applications } from "./applications.data";
import { mayOpen, openTo } from "./policy";
import { applicationIds } from "./vocabulary";

const closed = applicationIds.filter((id) => !applications[id].open);
const administrator = someone({ grants: [{ role: "administrator", structureId: null, authorityId: null }] });

test("MC-15 an application not yet open does not exist, whatever roles one holds", () => {
  expect(closed.map((id) => mayOpen(administrator, id))).toMatchObject(closed.map(() => ({ allowed: false, code: "absent" })));
  expect(openTo(administrator).map(({ id }) => id)).toEqual(applicationIds.filter((id) => applications[id].open));
});

test("MC-15 the back office does not exist for whoever has no role that opens it; one's own account always does", () => {
  expect(mayOpen(someone(), "gestion")).toMatchObject({ allowed: false, code: "absent" });
  expect(mayOpen(administrator, "gestion").allowed).toBe(true);
  expect(mayOpen(someone(), "compte").allowed).toBe(true);
});
