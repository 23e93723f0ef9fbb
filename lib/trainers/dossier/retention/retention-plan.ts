import { subDays, subYears } from "date-fns";
import type { Ctx } from "@/lib/core/ctx";
import { readSettings } from "@/lib/settings/read-settings";
import { dueDossiers, type DueDossier } from "./due-dossiers";
import { dueLeftovers, dueScans, type DueVersion } from "./due-versions";

export interface RetentionPlan {
  /** Verified before these instants. */
  readonly scansBefore: Date;
  readonly leftoversBefore: Date;
  /** Neither an intervention nor a change since. */
  readonly dossiersBefore: Date;
  readonly scans: readonly DueVersion[];
  readonly leftovers: readonly DueVersion[];
  readonly dossiers: readonly DueDossier[];
}

/** What the three jobs would erase as of an instant; reads only (TR-31). */
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
  return { scansBefore, leftoversBefore, dossiersBefore, scans, leftovers, dossiers };
}
