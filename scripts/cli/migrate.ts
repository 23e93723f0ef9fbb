import type { Command } from "./command";

export const migrate: Command = {
  name: "migrate",
  usage: "",
  summary: "Bring the database to this version: tables, privileges, job queues, reference data. Safe to run again.",
  options: {},
  on: "installation",
  async run({ ownerUrl, say }) {
    const [{ migrateDatabase }, { queues }, { seedAll }] = await Promise.all([
      import("@/db/migrate"),
      import("@/lib/jobs/queues"),
      import("@/db/seed/seed-all"),
    ]);
    await migrateDatabase(ownerUrl, queues);
    await seedAll(say);
    say("The database is at this version.");
    return 0;
  },
};
