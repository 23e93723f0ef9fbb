import { expect, test } from "vitest";
import { needOf } from "./needs.data";
import { completeUntil, noEnd, pieceStateOf } from "./piece-states";

const standing = { need: "required", requested: false, validated: null, latest: null, today: "2026-11-21", firstNotice: 2 } as const;
const valid = (endsOn: string | null) => ({ ...standing, validated: { endsOn }, latest: "validated" }) as const;

test("EI-67 where a piece stands, by its dates: the last day counts whole, the first notice begins the alert", () => {
  expect(pieceStateOf(standing)).toBe("missing");
  expect(pieceStateOf({ ...standing, need: "absent" })).toBe("not_concerned");
  expect(pieceStateOf({ ...standing, need: "absent", requested: true })).toBe("missing");
  expect(pieceStateOf(valid(null))).toBe("valid");
  expect(["2027-01-22", "2027-01-21", "2026-11-21", "2026-11-20"].map((end) => pieceStateOf(valid(end)))).toEqual([
    "valid",
    "expiring",
    "expiring",
    "expired",
  ]);
});

test("EI-67 a replacement that waits silences the alert; its refusal starts it again", () => {
  expect(pieceStateOf({ ...valid("2026-12-01"), latest: "waiting" })).toBe("waiting");
  expect(pieceStateOf({ ...valid("2026-12-01"), latest: "refused" })).toBe("refused");
  expect(pieceStateOf({ ...valid("2026-11-01"), latest: "refused" })).toBe("expired");
});

test("EI-67 a file is whole until the first of its pieces ends; a reviewer’s delay makes none incomplete, for as long as is said", () => {
  const until = (...pieces: Parameters<typeof completeUntil>[0]) => completeUntil(pieces, 60);
  const piece = (endsOn: string | null, waitingSince: string | null = null) => ({ asked: true, validated: { endsOn }, waitingSince });
  expect(until(piece(null), piece("2027-03-10"), piece("2027-01-31"))).toBe("2027-01-31");
  expect(until(piece(null))).toBe(noEnd);
  expect(until(piece(null, "2026-11-21"))).toBe(noEnd);
  expect(until(piece("2027-01-31"), { asked: true, validated: null, waitingSince: "2026-11-21" })).toBeNull();
  expect(until(piece("2027-01-31"), { asked: false, validated: null, waitingSince: null })).toBe("2027-01-31");
  expect(until(piece("2026-11-20", "2026-11-20"), piece("2027-03-10"))).toBe("2027-01-19");
  expect(until(piece("2026-11-20", "2026-11-20"), piece("2027-01-10"))).toBe("2027-01-10");
  expect(until(piece("2026-11-20", "2026-11-21"), piece("2027-03-10"))).toBe("2026-11-20");
  expect(completeUntil([piece("2026-11-20", "2026-11-20")], 0)).toBe("2026-11-20");
});

test("EI-62 each status asks for its own papers", () => {
  const asked = (status: string, withoutWork = "") =>
    (["identity", "contract", "honour", "order", "retirement", "bank"] as const).filter(
      (block) => needOf(block, { status, withoutWork }) === "required",
    );
  expect(asked("civil_servant")).toEqual(["identity", "honour", "order"]);
  expect(asked("contract_agent")).toEqual(["identity", "contract", "honour", "order"]);
  expect(asked("self_employed")).toEqual(["identity", "honour"]);
  expect(asked("private_employee")).toEqual(["identity", "contract", "honour"]);
  expect(asked("none", "retired")).toEqual(["identity", "retirement"]);
  expect(asked("none", "unemployed")).toEqual(["identity"]);
  expect(asked("")).toEqual(["identity"]);
});
