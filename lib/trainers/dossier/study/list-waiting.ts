import { aliasedTable, and, eq, inArray, isNotNull, isNull, type SQL } from "drizzle-orm";
import { dossiers, dossierVersions } from "@/db/schema/dossiers";
import { structures } from "@/db/schema/references";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import { keysetList } from "@/lib/core/keyset-list";
import { ensure } from "@/lib/core/refusal";
import { namedLike, profileNames } from "../../profile/names";
import { can } from "../policy";
import type { DossierBlock } from "../vocabulary";
import { mostAtOnce, type SecondFilter } from "./fields.data";
import { inQueue } from "./in-queue";

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
const list = keysetList({
  places: dossierVersions,
  order: ({ direction }: PieceFilter) => ({ columns: [dossierVersions.waitingSince, dossierVersions.id], direction }),
  where: conditionsOf,
  lines: (ctx) =>
    ctx.db
      .select({
        id: dossierVersions.id,
        dossierId: dossierVersions.dossierId,
        profileId: dossiers.profileId,
        ...profileNames,
        structure: structures.name,
        block: dossierVersions.block,
        sentAt: dossierVersions.sentAt,
        waitingSince: dossierVersions.waitingSince,
        needsSecond: dossierVersions.needsSecond,
        approvedAt: dossierVersions.approvedAt,
        heldUntil: dossierVersions.heldUntil,
        asker: asker.name,
      })
      .from(dossierVersions)
      .innerJoin(dossiers, eq(dossiers.id, dossierVersions.dossierId))
      .innerJoin(trainerProfiles, eq(trainerProfiles.id, dossiers.profileId))
      .leftJoin(structures, eq(structures.id, trainerProfiles.homeStructureId))
      .leftJoin(asker, eq(asker.id, dossierVersions.structureId))
      .$dynamic(),
  keys: (ctx) =>
    ctx.db
      .select({ id: dossierVersions.id })
      .from(dossierVersions)
      .innerJoin(dossiers, eq(dossiers.id, dossierVersions.dossierId))
      .innerJoin(trainerProfiles, eq(trainerProfiles.id, dossiers.profileId))
      .$dynamic(),
});

/** Blocks that wait for a decision, the oldest first: whose, of which structure, since when (AD-04). */
export async function listWaiting(ctx: Ctx, search: PieceSearch) {
  ensure(can.list(ctx.actor));
  const [{ page, next }, total] = await Promise.all([list.page(ctx, search), list.count(ctx, search)]);
  return { pieces: page, next, total };
}
export type PieceLine = Awaited<ReturnType<typeof listWaiting>>["pieces"][number];

export const everyPiece = list.every;

/** The pieces ticked in the queue, or all that it finds, as many as may be decided at once. */
export async function listChosen(ctx: Ctx, chosen: readonly string[] | PieceFilter): Promise<readonly PieceLine[]> {
  ensure(can.list(ctx.actor));
  const filter = "query" in chosen ? chosen : { query: "", where: "all", blocks: [], direction: "asc" as const };
  const ids = "query" in chosen ? await list.keysOf(ctx, chosen) : chosen;
  return ids.length === 0 ? [] : list.linesOf(ctx, ids.slice(0, mostAtOnce), filter);
}

function conditionsOf(ctx: Ctx, { query, where, blocks, second }: PieceFilter): SQL | undefined {
  return and(
    inQueue(ctx, where),
    blocks.length === 0 ? undefined : inArray(dossierVersions.block, [...blocks]),
    second === undefined
      ? undefined
      : and(dossierVersions.needsSecond, (second === "premier" ? isNull : isNotNull)(dossierVersions.approvedAt)),
    namedLike(query),
  );
}
