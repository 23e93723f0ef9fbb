/** Queues of pg-boss, made by the migration. Everything that is scheduled goes through the first one. */
export const queues = ["run-job"] as const;
