import { expect, test } from "vitest";
import { unavailabilities } from "@/db/schema/cv-library";
import { auditLog } from "@/db/schema/platform";
import { inRolledBackTx, onCommittedCopy, testCtx } from "@/db/testing/rollback";
import type { Ctx } from "@/lib/core/ctx";
import { furnish } from "../testing/ad-stage";
import { aTrainer } from "../testing/profile-stage";
import { listOwnUnavailabilities, readOwnUnavailability } from "./list-unavailabilities";
import { addUnavailabilityInput } from "./schemas";
import { addUnavailability, changeUnavailability, removeUnavailability } from "./write-unavailability";

const add = (ctx: Ctx, startsOn: string, endsOn = "") =>
  addUnavailability(ctx, addUnavailabilityInput.parse({ startsOn, endsOn, note: "" }));
const list = async (ctx: Ctx) => (await listOwnUnavailabilities(ctx, "2026-11-21")).map(({ startsOn, endsOn }) => `${startsOn} ${endsOn}`);

test("EI-52 EI-95 a trainer writes down when they cannot come, moves it, and takes it away; the past leaves the list", () =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const { ctx } = await aTrainer(tx);
    await add(ctx, "2027-03-01", "2027-03-05");
    await add(ctx, "24/12/2026");
    expect(await list(ctx)).toEqual(["2026-12-24 2026-12-24", "2027-03-01 2027-03-05"]);
    const [first] = await listOwnUnavailabilities(ctx, "2026-11-21");
    const id = first?.id ?? "";
    await changeUnavailability(ctx, { id, startsOn: "2026-12-24", endsOn: "2027-01-02", note: "Fêtes" });
    expect(await readOwnUnavailability(ctx, id)).toMatchObject({ endsOn: "2027-01-02", note: "Fêtes" });
    expect(await listOwnUnavailabilities(ctx, "2027-01-03")).toHaveLength(1);
    await removeUnavailability(ctx, { id });
    await removeUnavailability(ctx, { id });
    expect(await list(ctx)).toEqual(["2027-03-01 2027-03-05"]);
    const actions = (await tx.db.select({ action: auditLog.action }).from(auditLog)).map(({ action }) => action);
    expect(actions.filter((action) => action === "trainer.unavailability_removed")).toHaveLength(1);
  }));

test("EI-52 a period out of order, over, or that meets another one is refused on its field", () =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const { ctx } = await aTrainer(tx);
    expect(addUnavailabilityInput.safeParse({ startsOn: "2027-03-05", endsOn: "2027-03-01", note: "" }).error?.issues[0]?.path).toEqual([
      "endsOn",
    ]);
    await expect(add(ctx, "2026-11-01", "2026-11-20")).rejects.toMatchObject({
      fieldErrors: { endsOn: [expect.stringContaining("passée")] },
    });
    await add(ctx, "2027-03-01", "2027-03-05");
    await expect(add(ctx, "2027-03-05", "2027-03-09")).rejects.toMatchObject({
      fieldErrors: { startsOn: [expect.stringContaining("01/03/2027 au 05/03/2027")] },
    });
    await add(ctx, "2027-03-06", "2027-03-09");
  }));

test("EI-52 somebody else’s period cannot be read, moved nor taken away; without a profile there is none", () =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const { ctx } = await aTrainer(tx);
    const other = await aTrainer(tx, { firstName: "Awa" });
    await add(ctx, "2027-03-01");
    const [period] = await listOwnUnavailabilities(ctx, "2026-11-21");
    const id = period?.id ?? "";
    await expect(readOwnUnavailability(other.ctx, id)).rejects.toMatchObject({ code: "absent" });
    await expect(readOwnUnavailability(ctx, "x")).rejects.toMatchObject({ code: "absent" });
    await expect(changeUnavailability(other.ctx, { id, startsOn: "2027-04-01", endsOn: "2027-04-01", note: null })).rejects.toMatchObject({
      code: "absent",
    });
    await removeUnavailability(other.ctx, { id });
    expect(await tx.db.$count(unavailabilities)).toBe(1);
    const archived = await aTrainer(tx, { state: "archived", firstName: "Zoé" });
    await expect(add(archived.ctx, "2027-03-01")).rejects.toMatchObject({ code: "conflict" });
  }));

test("EI-52 two tabs that write down the same days at the same time: one of them is told", () =>
  onCommittedCopy("unavailabilities", async (db) => {
    const base = testCtx(db);
    await furnish(base);
    const { ctx } = await aTrainer(base);
    const outcomes = await Promise.allSettled(Array.from({ length: 4 }, () => add(ctx, "2027-03-01", "2027-03-05")));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.$count(unavailabilities)).toBe(1);
  }));
