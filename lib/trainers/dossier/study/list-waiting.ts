import { aliasedTable, and, eq, inArray, isNotNull, isNull, type SQL } from "drizzle-orm";
import { dossiers, dossierVersions } from "@/db/schema/dossiers";
import { structures } from "@/db/schema/references";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import { inBatches } from "@/lib/core/in-batches";
import { beyond, type Order, orderBy, pageOf } from "@/lib/core/keyset";
import { ensure } from "@/lib/core/refusal";
import { namedLike, profileNames } from "../../profile/names";
import { can } from "../policy";
import type { DossierBlock } from "../vocabulary";
import { mostAtOnce, type SecondFilter } from "./fields.data";
import { inQueue } from "./in-queue";

const pageSize = 50;
const countLimit = 1000;

export interface PieceFilter {
  /** Words of the name. */
  readonly query: string;
  /** "own", "all", or one structure. */
  readonly where: string;
  readonly blocks: readonly DossierBlock[];
  readonly second?: SecondFilter | undefined;
  readonly direction: "asc" | "desc";
}
export interface PieceSearch extends PieceFilter {
  readonly after: string | null;
}

const asker = aliasedTable(structures, "asker");
const columns = {
  id: dossierVersions.id,
  dossierId: dossierVersions.dossierId,
  profileId: dossiers.profileId,
  ...profileNames,
  structure: structures.name,
  block: dossierVersions.block,
  sentAt: dossierVersions.sentAt,
  needsSecond: dossierVersions.needsSecond,
  approvedAt: dossierVersions.approvedAt,
  heldUntil: dossierVersions.heldUntil,
  asker: asker.name,
};

/** Blocks that wait for a decision, the oldest first: whose, of which structure, since when (AD-04). */
export async function listWaiting(ctx: Ctx, { after, ...filter }: PieceSearch) {
  ensure(can.list(ctx.actor));
  const found = conditionsOf(ctx, filter);
  const [rows, count] = await Promise.all([
    linesOf(ctx, and(found, after === null ? undefined : beyond(dossierVersions, orderOf(filter), after)), filter).limit(pageSize + 1),
    countUpTo(ctx, found),
  ]);
  const { page, next } = pageOf(rows, pageSize);
  return { pieces: page, next, total: { count: Math.min(count, countLimit), capped: count > countLimit } };
}
export type PieceLine = Awaited<ReturnType<typeof linesOf>>[number];

/** All that is found, in batches. The caller has judged who reads. */
export async function* everyPiece(ctx: Ctx, filter: PieceFilter): AsyncGenerator<readonly PieceLine[]> {
  const keys = await keysOf(ctx, filter);
  yield* inBatches(keys, (some) => linesOf(ctx, inArray(dossierVersions.id, [...some]), filter));
}

/** The pieces ticked in the queue, or all that it finds, as many as may be decided at once. */
export async function listChosen(ctx: Ctx, chosen: readonly string[] | PieceFilter): Promise<readonly PieceLine[]> {
  ensure(can.list(ctx.actor));
  const filter = "query" in chosen ? chosen : { query: "", where: "all", blocks: [], direction: "asc" as const };
  const ids = "query" in chosen ? await keysOf(ctx, chosen) : chosen;
  if (ids.length === 0) return [];
  return linesOf(ctx, inArray(dossierVersions.id, ids.slice(0, mostAtOnce)), filter);
}

const keysOf = async (ctx: Ctx, filter: PieceFilter): Promise<readonly string[]> =>
  (
    await ctx.db
      .select({ id: dossierVersions.id })
      .from(dossierVersions)
      .innerJoin(dossiers, eq(dossiers.id, dossierVersions.dossierId))
      .innerJoin(trainerProfiles, eq(trainerProfiles.id, dossiers.profileId))
      .where(conditionsOf(ctx, filter))
      .orderBy(...orderBy(orderOf(filter)))
  ).map(({ id }) => id);

type Directed = Pick<PieceFilter, "direction">;
const orderOf = ({ direction }: Directed): Order => ({ columns: [dossierVersions.sentAt, dossierVersions.id], direction });

const linesOf = (ctx: Ctx, where: SQL | undefined, order: Directed) =>
  ctx.db
    .select(columns)
    .from(dossierVersions)
    .innerJoin(dossiers, eq(dossiers.id, dossierVersions.dossierId))
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, dossiers.profileId))
    .leftJoin(structures, eq(structures.id, trainerProfiles.homeStructureId))
    .leftJoin(asker, eq(asker.id, dossierVersions.structureId))
    .where(where)
    .orderBy(...orderBy(orderOf(order)));

const conditionsOf = (ctx: Ctx, { query, where, blocks, second }: PieceFilter): SQL | undefined =>
  and(
    inQueue(ctx, where),
    blocks.length === 0 ? undefined : inArray(dossierVersions.block, [...blocks]),
    second === undefined
      ? undefined
      : and(dossierVersions.needsSecond, (second === "premier" ? isNull : isNotNull)(dossierVersions.approvedAt)),
    namedLike(query),
  );

function countUpTo(ctx: Ctx, filter: SQL | undefined): Promise<number> {
  const some = ctx.db
    .select({ id: dossierVersions.id })
    .from(dossierVersions)
    .innerJoin(dossiers, eq(dossiers.id, dossierVersions.dossierId))
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, dossiers.profileId))
    .where(filter)
    .limit(countLimit + 1)
    .as("some");
  return ctx.db.$count(some);
}
