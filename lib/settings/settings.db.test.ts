import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { auditLog, settings } from "@/db/schema/platform";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx, onCommittedCopy, testCtx, testNow } from "@/db/testing/rollback";
import type { Ctx, SignedIn, TxCtx } from "@/lib/core/ctx";
import { changeSettings } from "./change-settings";
import { listSettings } from "./list-settings";
import { forgetSettings, readSettings } from "./read-settings";
import { resetSetting } from "./reset-setting";
import { changeSettingsInput, resetSettingInput } from "./schemas";
import { type SettingGroup, settingGroups, settingKeys } from "./settings.data";

const story = (tell: (tx: TxCtx & { actor: SignedIn }) => Promise<void>) =>
  inRolledBackTx(async (tx) =>
    tell({ ...tx, actor: await makeSignedIn(tx, { role: "administrator", firstName: "Hélène", lastName: "Vasseur" }) }),
  );
const groupOf = async (ctx: Ctx, group: SettingGroup) => {
  const found = (await listSettings(ctx)).find((one) => one.group === group);
  if (found === undefined) throw new Error("no such group");
  return found;
};
const lines = (tx: TxCtx) =>
  tx.db.select({ action: auditLog.action, subjectId: auditLog.subjectId, details: auditLog.details }).from(auditLog).orderBy(auditLog.id);

describe("AD-15 the administrator changes settings", () => {
  test("of one group: only what differs is stored, with one line each that tells the old and the new value", () =>
    story(async (tx) => {
      const { version } = await groupOf(tx, "support");
      const values = {
        "support.phone": "01 02 03 04 05",
        "support.hours": "du lundi au vendredi",
        "support.address": "assistance@demo.example",
      };
      expect(await changeSettings(tx, { group: "support", version, values })).toEqual({ changed: 2 });
      expect(await readSettings(tx)).toMatchObject(values);
      expect(await lines(tx)).toEqual([
        { action: "setting.change", subjectId: "support.phone", details: { from: "0 800 100 310", to: "01 02 03 04 05" } },
        { action: "setting.change", subjectId: "support.hours", details: { from: expect.any(String), to: "du lundi au vendredi" } },
      ]);
      const seen = await groupOf(tx, "support");
      expect(seen.version).not.toBe(version);
      expect(seen.settings.find(({ key }) => key === "support.phone")).toMatchObject({
        value: "01 02 03 04 05",
        initial: "0 800 100 310",
        changed: { at: testNow, by: "Hélène Vasseur" },
      });
      expect(seen.settings.find(({ key }) => key === "support.address")).toMatchObject({ changed: null });
    }));

  test("and gives one its default again, once", () =>
    story(async (tx) => {
      await changeSettings(tx, {
        group: "delays",
        version: (await groupOf(tx, "delays")).version,
        values: { "retention.auditMonths": 24 },
      });
      const { version } = await groupOf(tx, "delays");
      await resetSetting(tx, { key: "retention.auditMonths", version });
      expect((await readSettings(tx))["retention.auditMonths"]).toBe(12);
      expect(await tx.db.select().from(settings)).toEqual([]);
      expect((await lines(tx)).at(-1)).toEqual({
        action: "setting.reset",
        subjectId: "retention.auditMonths",
        details: { from: 24, to: 12 },
      });
      await expect(
        resetSetting(tx, { key: "retention.auditMonths", version: (await groupOf(tx, "delays")).version }),
      ).rejects.toMatchObject({ code: "conflict" });
    }));

  test("nothing when nothing differs; a value set back to the default is the default again", () =>
    story(async (tx) => {
      expect(await changeSettings(tx, { group: "support", version: (await groupOf(tx, "support")).version, values: {} })).toEqual({
        changed: 0,
      });
      await changeSettings(tx, { group: "support", version: (await groupOf(tx, "support")).version, values: { "support.phone": "01" } });
      await changeSettings(tx, {
        group: "support",
        version: (await groupOf(tx, "support")).version,
        values: { "support.phone": "0 800 100 310" },
      });
      expect(await tx.db.select().from(settings)).toEqual([]);
    }));

  test("not over another one’s change made since the page was shown", () =>
    story(async (tx) => {
      const { version } = await groupOf(tx, "support");
      await changeSettings(tx, { group: "support", version, values: { "support.phone": "01" } });
      await expect(changeSettings(tx, { group: "support", version, values: { "support.phone": "02" } })).rejects.toMatchObject({
        code: "conflict",
      });
      await expect(resetSetting(tx, { key: "support.phone", version })).rejects.toMatchObject({ code: "conflict" });
      expect((await readSettings(tx))["support.phone"]).toBe("01");
    }));

  test("of two who save at the same instant, one is told that the page is out of date", () =>
    onCommittedCopy("settings_race", async (db) => {
      const actor = await db.transaction((inner) => makeSignedIn(testCtx(inner), { role: "administrator" }));
      const ctx = { ...testCtx(db), actor };
      const { version } = await groupOf(ctx, "support");
      const save = (phone: string) => changeSettings(ctx, { group: "support", version, values: { "support.phone": phone } });
      const results = await Promise.allSettled([save("01"), save("02")]);
      expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      forgetSettings();
    }));

  test("those that protect only when their password was given a short while ago", () =>
    story(async (tx) => {
      const late = { ...tx, actor: { ...tx.actor, provedAt: new Date(testNow.getTime() - 16 * 60_000) } };
      const { version } = await groupOf(tx, "security");
      await expect(
        changeSettings(late, { group: "security", version, values: { "security.staffSecondFactor": "no" } }),
      ).rejects.toMatchObject({ code: "unauthenticated" });
      await expect(resetSetting(late, { key: "security.staffSecondFactor", version })).rejects.toMatchObject({ code: "unauthenticated" });
    }));

  test("and nobody else may see or change them", () =>
    inRolledBackTx(async (tx) => {
      for (const actor of [{ kind: "visitor" as const }, await makeSignedIn(tx), await makeSignedIn(tx, { role: "iel_manager" })]) {
        const other = { ...tx, actor };
        await expect(listSettings(other)).rejects.toMatchObject({ code: "forbidden" });
        await expect(changeSettings(other, { group: "support", version: "x", values: {} })).rejects.toMatchObject({ code: "forbidden" });
        await expect(resetSetting(other, { key: "support.phone", version: "x" })).rejects.toMatchObject({ code: "forbidden" });
      }
      expect(await lines(tx)).toEqual([]);
    }));
});

test("AD-15 a change is in force at once on the server that made it", () =>
  onCommittedCopy("settings_fresh", async (db) => {
    const actor = await db.transaction((inner) => makeSignedIn(testCtx(inner), { role: "administrator" }));
    const ctx = { ...testCtx(db), actor };
    forgetSettings();
    expect((await readSettings(ctx))["support.phone"]).toBe("0 800 100 310");
    await changeSettings(ctx, { group: "support", version: (await groupOf(ctx, "support")).version, values: { "support.phone": "01" } });
    expect((await readSettings(ctx))["support.phone"]).toBe("01");
    forgetSettings();
  }));

test("AD-15 each value is held to its rule, on its field, and a group takes no setting of another", () => {
  const support = { group: "support", version: "abc", "support.phone": "01", "support.hours": "h", "support.address": "a@b.fr" };
  const errors = (input: object) =>
    changeSettingsInput.safeParse(input).error?.issues.map(({ path, message }) => [path.join("."), message]);
  expect(changeSettingsInput.parse(support)).toEqual({
    group: "support",
    version: "abc",
    values: { "support.phone": "01", "support.hours": "h", "support.address": "a@b.fr" },
  });
  expect(errors({ ...support, "support.address": "rien" })).toEqual([["support.address", "Indiquez une adresse électronique."]]);
  expect(errors({ ...support, "support.phone": "  " })).toEqual([["support.phone", "Ce champ est obligatoire."]]);
  expect(errors({ ...support, "support.phone": "01\0" })).toHaveLength(1);
  expect(errors({ ...support, "institution.name": "x" })).toHaveLength(1);
  expect(errors({ ...support, group: "nothing" })).toHaveLength(1);
  const delays = {
    group: "delays",
    version: "abc",
    "registration.lifetimeHours": "72",
    "password.resetMinutes": "60",
    "address.undoHours": "72",
    "session.idleHours": "8",
    "session.rememberDays": "30",
    "consent.unusedMonths": "12",
    "retention.auditMonths": "3",
    "retention.mailMonths": "6",
  };
  expect(errors(delays)).toEqual([["retention.auditMonths", "Indiquez un nombre entier, de 6 à 36."]]);
  expect(resetSettingInput.safeParse({ key: "__proto__", version: "abc" }).success).toBe(false);
});

test("AD-15 the forms of the settings take anything without breaking", () => {
  const anything = fc.oneof(
    fc.anything(),
    fc.string({ unit: "binary" }),
    fc.constantFrom("\0", "\uD800", "x".repeat(100_000), "1e999", "-0", "NaN"),
  );
  const names = ["group", "version", "key", "__proto__", ...settingKeys];
  fc.assert(
    fc.property(fc.constantFrom(...settingGroups), fc.dictionary(fc.constantFrom(...names), anything), (group, input) => {
      for (const schema of [changeSettingsInput, resetSettingInput])
        for (const given of [input, { ...input, group }]) schema.safeParse(given);
    }),
  );
});
