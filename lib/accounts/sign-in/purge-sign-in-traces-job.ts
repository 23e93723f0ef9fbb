import { subDays, subHours } from "date-fns";
import { and, isNull, lt } from "drizzle-orm";
import { signInThrottles } from "@/db/schema/access";
import { passkeyChallenges, totpSecrets } from "@/db/schema/accounts";
import type { Job } from "@/lib/jobs/job";

/** Removes what signing in leaves behind: counters long quiet, challenges and unfinished set-ups that no longer work. */
export const purgeSignInTracesJob: Job = {
  name: "purge-sign-in-traces",
  label: "Effacer les traces de connexion périmées",
  cron: "10 3 * * *",
  catchUp: "latest",
  run: async (ctx, { asOf }) => {
    const quiet = await ctx.db
      .delete(signInThrottles)
      .where(lt(signInThrottles.windowStartedAt, subDays(asOf, 1)))
      .returning({ key: signInThrottles.key });
    const challenges = await ctx.db
      .delete(passkeyChallenges)
      .where(lt(passkeyChallenges.expiresAt, subHours(asOf, 1)))
      .returning({ id: passkeyChallenges.id });
    const unfinished = await ctx.db
      .delete(totpSecrets)
      .where(and(isNull(totpSecrets.confirmedAt), lt(totpSecrets.createdAt, subDays(asOf, 1))))
      .returning({ id: totpSecrets.accountId });
    return { counters: quiet.length, challenges: challenges.length, unfinishedSetUps: unfinished.length };
  },
};
