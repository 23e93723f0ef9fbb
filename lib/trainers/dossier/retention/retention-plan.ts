import { subDays } from "date-fns";
import type { Ctx } from "@/lib/core/ctx";
import { readSettings } from "@/lib/settings/read-settings";
import { dueLeftovers, dueScans, type DueVersion } from "./due-versions";

export interface RetentionPlan {
  /** Verified before these instants. */
  readonly scansBefore: Date;
  readonly leftoversBefore: Date;
  readonly scans: readonly DueVersion[];
  readonly leftovers: readonly DueVersion[];
}

/** What the two jobs would erase as of an instant; reads only (TR-31). */
export async function retentionPlan(ctx: Ctx, asOf: Date): Promise<RetentionPlan> {
  const settings = await readSettings(ctx);
  const scansBefore = subDays(asOf, settings["dossier.forgetDays"]);
  const leftoversBefore = subDays(asOf, settings["dossier.keepRefusedDays"]);
  const [scans, leftovers] = await Promise.all([dueScans(ctx, scansBefore), dueLeftovers(ctx, leftoversBefore)]);
  return { scansBefore, leftoversBefore, scans, leftovers };
}
