import type { Job } from "@/lib/jobs/job";
import { eachDue } from "./each-due";
import { emptyVersion } from "./empty-version";
import { retentionPlan } from "./retention-plan";

/** Pieces that were refused, withdrawn or replaced, some months after (TR-31). */
export const emptyOldVersionsJob: Job = {
  name: "empty-old-versions",
  label: "Effacer les pièces refusées ou remplacées",
  cron: "0 4 * * *",
  catchUp: "latest",
  run: async (ctx, { asOf }) => {
    const { leftovers, leftoversBefore } = await retentionPlan(ctx, asOf);
    const { done, files, bytes } = await eachDue(
      leftovers,
      ({ versionId }) => versionId,
      ({ versionId }) => emptyVersion(ctx, { versionId, cutoff: leftoversBefore }),
    );
    return { versions: done, files, bytes };
  },
};
