import type { Job } from "@/lib/jobs/job";
import { eachDue } from "./each-due";
import { emptyDossier } from "./empty-dossier";
import { retentionPlan } from "./retention-plan";

/** Dossiers of people who have neither intervened nor touched theirs for years (TR-31). */
export const emptyOldDossiersJob: Job = {
  name: "empty-old-dossiers",
  label: "Effacer les dossiers administratifs qui ne servent plus",
  cron: "10 4 * * *",
  catchUp: "latest",
  run: async (ctx, { asOf }) => {
    const { dossiers, dossiersBefore } = await retentionPlan(ctx, asOf);
    const { done, files, bytes } = await eachDue(
      dossiers,
      ({ dossierId }) => dossierId,
      ({ dossierId }) => emptyDossier(ctx, { dossierId, cutoff: dossiersBefore }),
    );
    return { dossiers: done, files, bytes };
  },
};
