/** The job that a publication wakes; apart from the job, so that a verb does not bring it along. */
export const queueAdAlerts = "queue-ad-alerts";
