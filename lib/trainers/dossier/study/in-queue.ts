import { and, eq, or, type SQL } from "drizzle-orm";
import { dossierVersions } from "@/db/schema/dossiers";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import { inManaged } from "../../ads/in-managed";

/**
 * What waits for a decision: in the structures that the person manages, of one, or everywhere, since a manager of any
 * structure may decide (EI-60). A piece belongs to the home structure of its trainer, and to the one that asked for it.
 */
export function inQueue(ctx: Ctx, where: string): SQL | undefined {
  return and(eq(dossierVersions.state, "waiting"), inStructures(ctx, where));
}

function inStructures(ctx: Ctx, where: string): SQL | undefined {
  if (where === "all") return undefined;
  if (where !== "own") return or(eq(trainerProfiles.homeStructureId, where), eq(dossierVersions.structureId, where));
  const home = inManaged(ctx, trainerProfiles.homeStructureId);
  return home && or(home, inManaged(ctx, dossierVersions.structureId));
}
