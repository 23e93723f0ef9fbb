import { and, eq, ne } from "drizzle-orm";
import { ads } from "@/db/schema/ads";
import { files } from "@/db/schema/files";
import type { Ctx } from "@/lib/core/ctx";

const columns = { id: files.id, name: files.name, bytes: files.bytes };

/** The file of a published ad, by its number; null when there is none. Public, like the ad. */
export async function readPublicAdFile(ctx: Ctx, number: string) {
  const [file] = await ctx.db
    .select(columns)
    .from(ads)
    .innerJoin(files, and(eq(files.id, ads.attachmentFileId), eq(files.state, "clean")))
    .where(and(eq(ads.number, number), ne(ads.state, "draft")));
  return file ?? null;
}

/** The file of an ad that the caller has been allowed to manage. */
export async function readAdFile(ctx: Ctx, adId: string) {
  const [file] = await ctx.db
    .select(columns)
    .from(ads)
    .innerJoin(files, and(eq(files.id, ads.attachmentFileId), eq(files.state, "clean")))
    .where(eq(ads.id, adId));
  return file ?? null;
}
