import { subDays, subYears } from "date-fns";
import type { Ctx } from "@/lib/core/ctx";
import { readSettings } from "@/lib/settings/read-settings";
import { countFreed, type Freed } from "./count-freed";
import { dueDossiers, type DueDossier } from "./due-dossiers";
import { dueLeftovers, dueScans, type DueVersion } from "./due-versions";

/** A sending, and what goes with it. */
export type PlannedVersion = DueVersion & Freed;

export interface RetentionPlan {
  /** Verified before these instants. */
  readonly scansBefore: Date;
  readonly leftoversBefore: Date;
  /** Neither an intervention nor a change since. */
  readonly dossiersBefore: Date;
  readonly scans: readonly PlannedVersion[];
  readonly leftovers: readonly PlannedVersion[];
  readonly dossiers: readonly DueDossier[];
}

/** What the three jobs would erase as of an instant; reads only (TR-31). What goes with its whole dossier is told there alone. */
export async function retentionPlan(ctx: Ctx, asOf: Date): Promise<RetentionPlan> {
  const settings = await readSettings(ctx);
  const scansBefore = subDays(asOf, settings["dossier.forgetDays"]);
  const leftoversBefore = subDays(asOf, settings["dossier.keepRefusedDays"]);
  const dossiersBefore = subYears(asOf, settings["dossier.keepYears"]);
  const [scans, leftovers, dossiers] = await Promise.all([
    dueScans(ctx, scansBefore),
    dueLeftovers(ctx, leftoversBefore),
    dueDossiers(ctx, dossiersBefore),
  ]);
  const whole = new Set(dossiers.map(({ dossierId }) => dossierId));
  const alone = (due: readonly DueVersion[]) => due.filter(({ dossierId }) => !whole.has(dossierId));
  const counted = await countFreed(ctx, { scans: alone(scans), leftovers: alone(leftovers) });
  return { scansBefore, leftoversBefore, dossiersBefore, dossiers, ...counted };
}
