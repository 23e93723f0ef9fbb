export const jobStates = ["queued", "running", "succeeded", "failed"] as const;
export type JobState = (typeof jobStates)[number];
export const jobStateLabels = {
  queued: "En attente",
  running: "En cours",
  succeeded: "Réussie",
  failed: "En échec",
} as const satisfies Record<JobState, string>;

/** Why a run was made: its hour came, its hour was missed, a person asked, an outside cron called. */
export const jobTriggers = ["schedule", "catch_up", "manual", "cron"] as const;
export type JobTrigger = (typeof jobTriggers)[number];
export const jobTriggerLabels = {
  schedule: "À l’heure prévue",
  catch_up: "Rattrapage",
  manual: "À la demande",
  cron: "Appel extérieur",
} as const satisfies Record<JobTrigger, string>;
