import { and, asc, eq, isNotNull, lte, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { dossierRequests, dossiers, dossierVersions } from "@/db/schema/dossiers";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { preparedOn } from "@/lib/core/prepared";
import { readSettings } from "@/lib/settings/read-settings";
import { isAsked } from "./expiry/asked-sql";
import { isOpenRequest } from "./requests";
import type { DossierBlock } from "./vocabulary";
import { monthsAfter } from "./validity-rules";

const openRequestsOf = preparedOn((db) =>
  db
    .select({ count: sql<number>`count(*)::int` })
    .from(dossierRequests)
    .innerJoin(dossiers, eq(dossiers.id, dossierRequests.dossierId))
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, dossiers.profileId))
    .where(and(eq(trainerProfiles.accountId, sql.placeholder("accountId")), isOpenRequest))
    .prepare("own_dossier_requests"),
);

/** How many blocks a manager asked of the acting person and waits for: the count in the menus (EI-64). */
export async function countOwnRequests({ actor, db }: Ctx): Promise<number> {
  if (actor.kind !== "account" || actor.secondFactor === "missing") return 0;
  const [row] = await openRequestsOf(db).execute({ accountId: actor.accountId });
  return row?.count ?? 0;
}

export interface EndingPiece {
  readonly block: DossierBlock;
  readonly endsOn: string;
  readonly ended: boolean;
}

/** The acting person's own pieces that end soon or have ended, and that nothing which waits replaces (EI-51, EI-67). */
export async function listOwnEndingPieces(ctx: Ctx): Promise<readonly EndingPiece[]> {
  if (ctx.actor.kind !== "account") return [];
  const today = parisDay(ctx.now);
  const settings = await readSettings(ctx);
  const newer = alias(dossierVersions, "newer");
  const rows = await ctx.db
    .select({ block: dossierVersions.block, endsOn: dossierVersions.endsOn })
    .from(dossierVersions)
    .innerJoin(dossiers, eq(dossiers.id, dossierVersions.dossierId))
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, dossiers.profileId))
    .where(
      and(
        eq(trainerProfiles.accountId, ctx.actor.accountId),
        eq(trainerProfiles.state, "validated"),
        eq(dossierVersions.state, "validated"),
        isAsked(sql`${dossierVersions.block}`, sql`${trainerProfiles.answers}`, sql`${dossierVersions.dossierId}`),
        isNotNull(dossierVersions.endsOn),
        lte(dossierVersions.endsOn, monthsAfter(today, settings["dossier.firstNoticeMonths"])),
        notExists(
          ctx.db
            .select({ id: newer.id })
            .from(newer)
            .where(and(eq(newer.dossierId, dossierVersions.dossierId), eq(newer.block, dossierVersions.block), eq(newer.state, "waiting"))),
        ),
      ),
    )
    .orderBy(asc(dossierVersions.endsOn));
  return rows.flatMap(({ block, endsOn }) => (endsOn === null ? [] : [{ block, endsOn, ended: endsOn < today }]));
}
