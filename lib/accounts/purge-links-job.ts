import { subDays } from "date-fns";
import { and, lt, ne, or, sql } from "drizzle-orm";
import { mailedLinks } from "@/db/schema/access";
import type { Job } from "@/lib/jobs/job";

/** So long after its end, the page of a link still says whose it was and offers a new one (MC-07). */
const addressKeptDays = 7;
/** So long after its end, the page still says whether the link was used or is too old. */
const linkKeptDays = 30;

/** Mailed links that are over lose their address after a week, and go after a month. */
export const purgeLinksJob: Job = {
  name: "purge-links",
  label: "Effacer les liens envoyés par courriel et périmés",
  cron: "50 3 * * *",
  catchUp: "latest",
  run: async (ctx, { asOf }) => {
    const removed = await ctx.db
      .delete(mailedLinks)
      .where(lt(mailedLinks.expiresAt, subDays(asOf, linkKeptDays)))
      .returning({ id: mailedLinks.id });
    const blanked = await ctx.db
      .update(mailedLinks)
      .set({ address: "", payload: {}, codeHash: null })
      .where(
        and(
          lt(mailedLinks.expiresAt, subDays(asOf, addressKeptDays)),
          or(ne(mailedLinks.address, ""), sql`${mailedLinks.payload} <> '{}'::jsonb`),
        ),
      )
      .returning({ id: mailedLinks.id });
    return { addressesErased: blanked.length, linksErased: removed.length };
  },
};
