import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import sharp from "sharp";
import { settings } from "@/db/schema/platform";
import { audit, auditLook } from "@/lib/audit/audit";
import { accountIdOf, type Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { acceptedFormat, scanned } from "@/lib/files/check-content";
import { cleanFileName } from "@/lib/files/file-name";
import { fileTools, type FileTools } from "@/lib/files/file-tools";
import { ImageRefused, reencodeImage } from "@/lib/files/reencode-image";
import { badContent, infected, tooLarge } from "@/lib/files/refusals";
import { can } from "@/lib/settings/policy";
import { forgetLogo, readStoredLogo, type StoredLogo } from "./read-logo";
import { logoKey, logoLimits } from "./vocabulary";

interface SentLogo {
  /** As the browser gave it. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** Shows a picture as the institution's logo (AD-15): recognised by its content, scanned and drawn again like every file (TR-20). */
export async function setLogo(ctx: Ctx, sent: SentLogo, tools: Pick<FileTools, "scan"> = fileTools()): Promise<void> {
  ensure(can.changeSettings(ctx.actor));
  const logo = await draw(ctx, sent, tools);
  await withTx(ctx, async (tx) => {
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('settings'))`);
    const before = await readStoredLogo(tx);
    const updatedBy = accountIdOf(tx.actor);
    await tx.db
      .insert(settings)
      .values({ key: logoKey, value: logo, updatedAt: tx.now, updatedBy })
      .onConflictDoUpdate({ target: settings.key, set: { value: logo, updatedAt: tx.now, updatedBy } });
    await audit(tx, {
      action: "setting.change",
      subject: { type: "setting", id: logoKey },
      details: { from: before?.version ?? null, to: logo.version },
    });
  });
  forgetLogo();
}

async function draw(ctx: Ctx, { name: given, bytes }: SentLogo, { scan }: Pick<FileTools, "scan">): Promise<StoredLogo> {
  const name = cleanFileName(given);
  if (bytes.length > logoLimits.maxBytes) throw tooLarge(name, logoLimits.maxBytes);
  const format = await acceptedFormat(bytes, name, logoLimits);
  const verdict = await scanned(bytes, name, scan);
  if (!verdict.clean) {
    await auditLook(ctx, { action: "file.infected", details: { place: logoKey, signature: verdict.signature.slice(0, 200) } });
    throw infected(name);
  }
  const png = await reencodeImage(bytes, format, logoLimits.image).catch((error: unknown) => {
    throw error instanceof ImageRefused ? badContent(name, error.reason) : error;
  });
  const { width, height } = await sharp(png).metadata();
  return { version: createHash("sha256").update(png).digest("hex").slice(0, 16), width, height, png: png.toString("base64") };
}
