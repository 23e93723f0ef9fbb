import { and, asc, eq, isNull, or, type SQL } from "drizzle-orm";
import { structures } from "@/db/schema/references";
import { phrasings } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import { identifier } from "@/lib/core/fields";
import { absent, ensure } from "@/lib/core/refusal";
import { inManaged } from "../ads/in-managed";
import { can } from "./policy";
import type { PhrasingPurpose } from "./vocabulary";

const columns = {
  id: phrasings.id,
  purpose: phrasings.purpose,
  structureId: phrasings.structureId,
  structure: structures.name,
  title: phrasings.title,
  body: phrasings.body,
};

/** Phrasings at hand: the national ones, and those of the structures that the person manages. */
export async function listPhrasings(ctx: Ctx, purpose?: PhrasingPurpose) {
  ensure(can.studyRequests(ctx.actor));
  return ctx.db
    .select(columns)
    .from(phrasings)
    .leftJoin(structures, eq(structures.id, phrasings.structureId))
    .where(and(phrasings.active, theirs(ctx), purpose === undefined ? undefined : eq(phrasings.purpose, purpose)))
    .orderBy(asc(phrasings.purpose), asc(structures.name), asc(phrasings.title));
}
export type PhrasingLine = Awaited<ReturnType<typeof listPhrasings>>[number];

function theirs(ctx: Ctx): SQL | undefined {
  const own = inManaged(ctx, phrasings.structureId);
  return own && or(isNull(phrasings.structureId), own);
}

/** One phrasing, to be changed. */
export async function readPhrasing(ctx: Ctx, phrasingId: string): Promise<PhrasingLine> {
  if (!identifier.safeParse(phrasingId).success) throw absent();
  const [row] = await ctx.db
    .select(columns)
    .from(phrasings)
    .leftJoin(structures, eq(structures.id, phrasings.structureId))
    .where(and(eq(phrasings.id, phrasingId), phrasings.active));
  if (row === undefined) throw absent();
  ensure(can.writePhrasing(ctx.actor, row.structureId));
  return row;
}
