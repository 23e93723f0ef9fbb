import { expect, test } from "vitest";
import { paths } from "@/lib/core/paths";
import { invitationBatches } from "./invitation-rules";
import { inviteInput } from "./schemas";

const people = (count: number) => Array.from({ length: count }, (_, index) => `018f0000-0000-7000-8000-${String(index).padStart(12, "0")}`);

test("EI-96 a long selection is invited in parts: each one fits in an address and in an invitation, nobody is left out", () => {
  const ids = people(120);
  const batches = invitationBatches(ids);
  expect(batches.map(({ from, to }) => [from, to])).toEqual([
    [1, 50],
    [51, 100],
    [101, 120],
  ]);
  expect(batches.flatMap((batch) => batch.ids)).toEqual(ids);
  for (const batch of batches) {
    const joined = batch.ids.join(".");
    expect(paths.manage.invite({ ids: joined }).length).toBeLessThan(4000);
    expect(inviteInput.safeParse({ adId: ids[0], ids: joined }).success).toBe(true);
  }
  expect(invitationBatches([])).toEqual([]);
});
