import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import { documentVersions } from "@/db/schema/content";
import type { RichText } from "@/lib/content/rich-text/vocabulary";
import type { Ctx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { absent } from "@/lib/core/refusal";
import type { DocumentKey } from "../vocabulary";
import { inForce, standingOf, type Standing } from "./rules";

export interface PublishedVersion {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly changes: string;
  readonly inForceOn: string;
  readonly standing: Standing;
}
export interface ReadDocument {
  readonly shown: PublishedVersion & { readonly body: RichText };
  /** Newest first, the one shown among them. */
  readonly versions: readonly PublishedVersion[];
}

const heads = {
  id: documentVersions.id,
  document: documentVersions.document,
  number: documentVersions.number,
  title: documentVersions.title,
  changes: documentVersions.changes,
  inForceOn: documentVersions.inForceOn,
  publishedAt: documentVersions.publishedAt,
};
/** Without their texts, which are long, and of which one is read. */
const publishedHeads = (ctx: Ctx, keys: readonly DocumentKey[]) =>
  ctx.db
    .select(heads)
    .from(documentVersions)
    .where(and(inArray(documentVersions.document, [...keys]), isNotNull(documentVersions.publishedAt)))
    .orderBy(asc(documentVersions.number));

/** A document in the version in force, or in the one asked for (EI-03). Public: no policy. */
export async function readDocument(ctx: Ctx, document: DocumentKey, number?: number): Promise<ReadDocument> {
  const rows = await publishedHeads(ctx, [document]);
  const today = parisDay(ctx.now);
  const asked = number === undefined ? inForce(rows, today)?.number : number;
  const versions = rows
    .map((row) => ({
      id: row.id,
      number: row.number,
      title: row.title,
      changes: row.changes,
      inForceOn: row.inForceOn ?? "",
      standing: standingOf(row, rows, today),
    }))
    .toReversed();
  const shown = versions.find((version) => version.number === asked);
  if (shown === undefined) throw absent();
  const [text] = await ctx.db.select({ body: documentVersions.body }).from(documentVersions).where(eq(documentVersions.id, shown.id));
  if (text === undefined) throw absent();
  return { shown: { ...shown, ...text }, versions };
}

/** The numbers in force today, for what people accept; a document that is not published yet is missing. Public: no policy. */
export async function readNumbersInForce(ctx: Ctx, keys: readonly DocumentKey[]): Promise<ReadonlyMap<DocumentKey, number>> {
  const byDocument = Map.groupBy(await publishedHeads(ctx, keys), ({ document }) => document);
  const today = parisDay(ctx.now);
  return new Map(
    [...byDocument].flatMap(([document, versions]) => {
      const current = inForce(versions, today);
      return current === undefined ? [] : [[document, current.number] as const];
    }),
  );
}
