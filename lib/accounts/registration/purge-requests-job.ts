import { lt } from "drizzle-orm";
import { registrationRequests } from "@/db/schema/accounts";
import type { Job } from "@/lib/jobs/job";

/** Sign-ups not confirmed in time are cancelled and their data deleted: the address can register anew (MC-07). */
export const purgeRequestsJob: Job = {
  name: "purge-registration-requests",
  label: "Effacer les inscriptions non confirmées",
  cron: "5 * * * *",
  catchUp: "latest",
  run: async (ctx, { asOf }) => {
    const gone = await ctx.db
      .delete(registrationRequests)
      .where(lt(registrationRequests.expiresAt, asOf))
      .returning({ id: registrationRequests.id });
    return { requests: gone.length };
  },
};
