import { asc, eq, sql } from "drizzle-orm";
import sharp from "sharp";
import { expect, test } from "vitest";
import { auditLog, settings } from "@/db/schema/platform";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx, onCommittedCopy, testCtx } from "@/db/testing/rollback";
import type { TxCtx } from "@/lib/core/ctx";
import { readInstitution } from "@/lib/settings/institution";
import { listSettings } from "@/lib/settings/list-settings";
import { readSettings } from "@/lib/settings/read-settings";
import { forgetLogo, readLogo, readLogoVersion, readStoredLogo } from "./read-logo";
import { removeLogo } from "./remove-logo";
import { setLogo } from "./set-logo";
import { logoKey, logoOfNow } from "./vocabulary";

const noScan = { scan: null };
const picture = (width: number, height: number, alpha = 0.5) =>
  sharp({ create: { width, height, channels: 4, background: { r: 39, g: 104, b: 154, alpha } } })
    .png()
    .toBuffer();
const story = (tell: (tx: TxCtx) => Promise<void>) =>
  inRolledBackTx(async (tx) => tell({ ...tx, actor: await makeSignedIn(tx, { role: "administrator" }) }));
const lines = (tx: TxCtx) =>
  tx.db
    .select({ action: auditLog.action, subjectId: auditLog.subjectId, details: auditLog.details })
    .from(auditLog)
    .orderBy(asc(auditLog.id));

test("AD-15 the logo sent is drawn again, smaller and still see-through, shown, replaced, taken away; each change is in the log", () =>
  story(async (tx) => {
    expect(await readLogo(tx)).toBeNull();
    await setLogo(tx, { name: "logo.png", bytes: await picture(1200, 300) }, noScan);
    const first = await readStoredLogo(tx);
    expect(first).toMatchObject({ width: 480, height: 120 });
    const { format, hasAlpha } = await sharp(Buffer.from(first?.png ?? "", "base64")).metadata();
    expect([format, hasAlpha]).toEqual(["png", true]);
    expect((await readInstitution(tx)).logo).toEqual({ version: first?.version, width: 480, height: 120 });

    await setLogo(tx, { name: "logo.png", bytes: await picture(100, 80, 1) }, noScan);
    const second = await readLogo(tx);
    expect(second).toMatchObject({ width: 100, height: 80 });
    await removeLogo(tx);
    expect(await readLogo(tx)).toBeNull();
    await expect(removeLogo(tx)).rejects.toMatchObject({ code: "conflict" });
    const about = { subjectId: "institution.logo" };
    expect(await lines(tx)).toEqual([
      { ...about, action: "setting.change", details: { from: null, to: first?.version } },
      { ...about, action: "setting.change", details: { from: first?.version, to: second?.version } },
      { ...about, action: "setting.reset", details: {} },
    ]);
  }));

test("AD-15 the logo stands apart from the settings that a form changes", () =>
  story(async (tx) => {
    await setLogo(tx, { name: "logo.png", bytes: await picture(10, 10) }, noScan);
    expect(Object.keys(await readSettings(tx))).not.toContain("institution.logo");
    expect((await listSettings(tx)).flatMap((group) => group.settings).every(({ changed }) => changed === null)).toBe(true);
  }));

test("AD-15 TR-20 what is no picture, too heavy or infected is refused by name, and changes nothing", () =>
  story(async (tx) => {
    const refused = async (name: string, bytes: Buffer, scan: Parameters<typeof setLogo>[2] = noScan) =>
      setLogo(tx, { name, bytes }, scan).then(
        () => "taken",
        (error: unknown) => String(error),
      );
    const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`);
    expect(await refused("logo.svg", svg)).toMatch(/logo\.svg.*PNG, JPEG ou WebP/u);
    expect(await refused("logo.png", Buffer.alloc(0))).toContain("vide");
    expect(await refused("logo.png", Buffer.alloc(1_000_001))).toContain("dépasse");
    const infectedScan = { scan: () => Promise.resolve({ clean: false as const, signature: "Eicar" }) };
    expect(await refused("logo.png", await picture(10, 10), infectedScan)).toContain("antivirus");
    expect(await tx.db.select().from(settings)).toEqual([]);
  }));

test("AD-15 nobody but an administrator changes the logo or takes it away", () =>
  inRolledBackTx(async (tx) => {
    const bytes = await picture(10, 10);
    for (const actor of [{ kind: "visitor" as const }, await makeSignedIn(tx), await makeSignedIn(tx, { role: "iel_manager" })]) {
      await expect(setLogo({ ...tx, actor }, { name: "logo.png", bytes }, noScan)).rejects.toMatchObject({ code: "forbidden" });
      await expect(removeLogo({ ...tx, actor })).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await lines(tx)).toEqual([]);
  }));

test("AD-15 a new logo is shown at once by the server that received it", () =>
  onCommittedCopy("logo_fresh", async (db) => {
    const actor = await db.transaction((inner) => makeSignedIn(testCtx(inner), { role: "administrator" }));
    const ctx = { ...testCtx(db), actor };
    forgetLogo();
    expect(await readLogo(ctx)).toBeNull();
    await setLogo(ctx, { name: "logo.png", bytes: await picture(20, 20) }, noScan);
    expect(await readLogo(ctx)).toMatchObject({ width: 20 });
    forgetLogo();
  }));

test("AD-15 the address of a version gives its picture or none, also on a server that remembers another one", () =>
  onCommittedCopy("logo_versions", async (db) => {
    const actor = await db.transaction((inner) => makeSignedIn(testCtx(inner), { role: "administrator" }));
    const ctx = { ...testCtx(db), actor };
    forgetLogo();
    await setLogo(ctx, { name: "logo.png", bytes: await picture(20, 20) }, noScan);
    const first = await readStoredLogo(ctx);
    // Another server changes it: this one still remembers the first.
    const version = "0123456789abcdef";
    const second = { ...first, version, width: 21 };
    await db.update(settings).set({ value: second }).where(eq(settings.key, logoKey));
    expect(await readLogo(ctx)).toMatchObject({ width: 20 });

    expect(await readLogoVersion(ctx, version)).toEqual(second);
    // The picture asked for is the one in force: pages say so too from now on.
    expect(await readLogo(ctx)).toMatchObject({ version });
    expect(await readLogoVersion(ctx, first?.version ?? "")).toBeNull();
    expect(await readLogoVersion(ctx, "")).toBeNull();
    expect(await readLogoVersion(ctx, logoOfNow)).toEqual(second);
    await removeLogo(ctx);
    for (const asked of [version, logoOfNow]) expect(await readLogoVersion(ctx, asked)).toBeNull();
    forgetLogo();
  }));

test("AD-15 a page that was reading the logo while it changed does not bring the former one back", () =>
  onCommittedCopy("logo_race", async (db) => {
    const actor = await db.transaction((inner) => makeSignedIn(testCtx(inner), { role: "administrator" }));
    const bytes = await picture(20, 20);
    forgetLogo();
    await db.transaction(
      async (early) => {
        // What this reader sees is of before the change, however long it waits.
        await early.execute(sql`select 1`);
        let reading: Promise<unknown> = Promise.resolve();
        await db.transaction(async (inner) => {
          await inner.execute(sql`lock table settings in access exclusive mode`);
          reading = readLogo(testCtx(early));
          await setLogo({ ...testCtx(inner), actor, inTransaction: true }, { name: "logo.png", bytes }, noScan);
        });
        expect(await reading).toBeNull();
      },
      { isolationLevel: "repeatable read" },
    );
    expect(await readLogo(testCtx(db))).toMatchObject({ width: 20 });
    forgetLogo();
  }));
