import { and, asc, eq, isNotNull } from "drizzle-orm";
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

/** A document in the version in force, or in the one asked for (EI-03). Public: no policy. */
export async function readDocument(ctx: Ctx, document: DocumentKey, number?: number): Promise<ReadDocument> {
  const rows = await ctx.db
    .select()
    .from(documentVersions)
    .where(and(eq(documentVersions.document, document), isNotNull(documentVersions.publishedAt)))
    .orderBy(asc(documentVersions.number));
  const today = parisDay(ctx.now);
  const versions = rows
    .map(({ id, number: own, title, changes, inForceOn, body, publishedAt }) => ({
      id,
      number: own,
      title,
      changes,
      inForceOn: inForceOn ?? "",
      publishedAt,
      body,
      standing: standingOf({ number: own, inForceOn, publishedAt }, rows, today),
    }))
    .toReversed();
  const shown = number === undefined ? inForce(versions, today) : versions.find((version) => version.number === number);
  if (shown === undefined) throw absent();
  return { shown, versions };
}
