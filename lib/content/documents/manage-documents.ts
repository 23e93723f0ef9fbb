import { asc, eq, getTableColumns } from "drizzle-orm";
import { documentVersions } from "@/db/schema/content";
import type { Ctx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { ensure } from "@/lib/core/refusal";
import { can } from "../policy";
import { documentKeys, type DocumentKey } from "../vocabulary";
import { inForce, standingOf } from "./rules";

const { body: _body, ...heads } = getTableColumns(documentVersions);

/** Every document, with the version in force and whether a new one is being prepared (AD-07). */
export async function listManagedDocuments(ctx: Ctx) {
  ensure(can.write(ctx.actor));
  const rows = await ctx.db.select(heads).from(documentVersions);
  const today = parisDay(ctx.now);
  return documentKeys.map((document) => {
    const versions = rows.filter((row) => row.document === document);
    return {
      document,
      current: inForce(versions, today) ?? null,
      announced: versions.find((version) => standingOf(version, versions, today) === "announced") ?? null,
      draft: versions.find(({ publishedAt }) => publishedAt === null) ?? null,
    };
  });
}

/** One document with its versions, newest first, drafts included. */
export async function readManagedDocument(ctx: Ctx, document: DocumentKey) {
  ensure(can.write(ctx.actor));
  const rows = await ctx.db
    .select()
    .from(documentVersions)
    .where(eq(documentVersions.document, document))
    .orderBy(asc(documentVersions.number));
  const today = parisDay(ctx.now);
  const versions = rows.map((row) => ({ ...row, standing: standingOf(row, rows, today) })).toReversed();
  return { versions, draft: versions.find(({ standing }) => standing === "draft") ?? null };
}
export type ManagedVersion = Awaited<ReturnType<typeof readManagedDocument>>["versions"][number];
