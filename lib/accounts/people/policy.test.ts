import { expect, test } from "vitest";
import { someone } from "@/lib/files/testing/test-tools";
import { can } from "./policy";

const administrator = someone({ grants: [{ role: "administrator", structureId: null, authorityId: null }] });
const manager = someone({ grants: [{ role: "manager", structureId: null, authorityId: null }] });
const live = { id: "somebody", blockedAt: null };
const blocked = { id: "somebody", blockedAt: new Date("2026-11-20T09:00:00Z") };

test("AD-10 nobody but an administrator sees, exports, blocks, unblocks or signs people out", () => {
  for (const actor of [{ kind: "visitor" } as const, { kind: "system", name: "job" } as const, someone(), manager])
    expect([
      can.seePeople(actor).allowed,
      can.exportPeople(actor).allowed,
      can.block(actor, live).allowed,
      can.unblock(actor, blocked).allowed,
      can.signOutEverywhere(actor).allowed,
    ]).toEqual([false, false, false, false, false]);
  expect([can.seePeople(administrator), can.block(administrator, live), can.unblock(administrator, blocked)]).toMatchObject([
    { allowed: true },
    { allowed: true },
    { allowed: true },
  ]);
});

test("AD-10 one blocks neither oneself nor twice, and unblocks only who is blocked; each no says why", () => {
  expect(can.block(administrator, { ...live, id: administrator.accountId })).toMatchObject({
    code: "forbidden",
    reason: /votre propre compte/u,
  });
  expect(can.block(administrator, blocked)).toMatchObject({ code: "conflict", reason: /déjà bloqué/u });
  expect(can.unblock(administrator, live)).toMatchObject({ code: "conflict", reason: /n’est pas bloqué/u });
});
