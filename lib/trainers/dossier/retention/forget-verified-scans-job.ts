import type { Job } from "@/lib/jobs/job";
import { dropFormerAnswers } from "./drop-former-answers";
import { eachDue } from "./each-due";
import { forgetScan } from "./forget-scan";
import { retentionPlan } from "./retention-plan";

/** Scans of identity documents and of the carte vitale, some days after they were verified (EI-105). */
export const forgetVerifiedScansJob: Job = {
  name: "forget-verified-scans",
  label: "Effacer les images d’identité et de carte vitale vérifiées",
  cron: "50 3 * * *",
  catchUp: "latest",
  run: async (ctx, { asOf }) => {
    await dropFormerAnswers(ctx, asOf);
    const { scans, scansBefore } = await retentionPlan(ctx, asOf);
    const { done, files, bytes } = await eachDue(
      scans,
      ({ versionId }) => versionId,
      ({ versionId }) => forgetScan(ctx, { versionId, cutoff: scansBefore }),
    );
    return { versions: done, files, bytes };
  },
};
