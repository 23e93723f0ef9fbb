import { and, asc, eq, gt, gte, isNotNull, sql } from "drizzle-orm";
import { dossiers, dossierVersions } from "@/db/schema/dossiers";
import { interventions } from "@/db/schema/interventions";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import type { DossierBlock } from "../vocabulary";
import { isAsked } from "./asked-sql";
import { interventionWarning } from "./rules";

export interface InterventionWarning {
  readonly block: DossierBlock;
  readonly interventionId: string;
  /** Title of the intervention. */
  readonly title: string;
  /** "Votre arrêté finit 3 jours avant votre session du 14 mars" */
  readonly text: string;
}

// Who may read the dossier is judged by the caller: its owner, or staff with an opening.
/** Pieces in force that do not reach the end of a planned intervention (EI-106); none for a piece whose replacement waits. */
export async function interventionWarnings(
  { db, now }: Ctx,
  profileId: string,
  whose: "own" | "theirs" = "own",
): Promise<readonly InterventionWarning[]> {
  const today = parisDay(now);
  const rows = await db
    .select({
      block: dossierVersions.block,
      endsOn: sql<string>`${dossierVersions.endsOn}`,
      interventionId: interventions.id,
      title: interventions.title,
      startsOn: interventions.startsOn,
      until: interventions.endsOn,
    })
    .from(dossierVersions)
    .innerJoin(dossiers, eq(dossiers.id, dossierVersions.dossierId))
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, dossiers.profileId))
    .innerJoin(interventions, and(eq(interventions.profileId, dossiers.profileId), gt(interventions.endsOn, dossierVersions.endsOn)))
    .where(
      and(
        eq(dossiers.profileId, profileId),
        eq(dossierVersions.state, "validated"),
        isNotNull(dossierVersions.endsOn),
        gte(interventions.endsOn, today),
        isAsked(sql`${dossierVersions.block}`, sql`${trainerProfiles.answers}`, sql`${dossiers.id}`),
        sql`not exists (
          select from dossier_versions waiting
          where waiting.dossier_id = ${dossierVersions.dossierId} and waiting.block = ${dossierVersions.block} and waiting.state = 'waiting')`,
      ),
    )
    .orderBy(asc(interventions.startsOn), asc(interventions.id), asc(dossierVersions.block))
    .limit(20);
  return rows.flatMap(({ block, endsOn, interventionId, title, startsOn, until }) => {
    const text = interventionWarning({ block, endsOn, session: { startsOn, endsOn: until } }, today, whose);
    return text === null ? [] : [{ block, interventionId, title, text }];
  });
}
