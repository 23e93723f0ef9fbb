import { subDays, subMonths } from "date-fns";
import { and, isNotNull, lt, ne } from "drizzle-orm";
import { localMails, mails } from "@/db/schema/platform";
import type { Job } from "@/lib/jobs/job";
import { readSettings } from "@/lib/settings/read-settings";

/** No link that we mail lives longer (settings.data.ts): its seal may go even if the mail never left. */
const linkLifeDays = 14;

/** Erases the links of mails that never left, then the mails themselves after the time set by the administrator (AD-15). */
export const purgeMailsJob: Job = {
  name: "purge-mails",
  label: "Effacer les anciens courriels",
  cron: "40 3 * * *",
  catchUp: "latest",
  run: async (ctx, { asOf }) => {
    const settings = await readSettings(ctx);
    const tooOld = subMonths(asOf, settings["retention.mailMonths"]);
    const links = await ctx.db
      .update(mails)
      .set({ secrets: null })
      .where(and(lt(mails.createdAt, subDays(asOf, linkLifeDays)), isNotNull(mails.secrets), ne(mails.state, "sending")))
      .returning({ id: mails.id });
    const old = await ctx.db
      .delete(mails)
      .where(and(lt(mails.createdAt, tooOld), ne(mails.state, "sending")))
      .returning({ id: mails.id });
    const local = await ctx.db.delete(localMails).where(lt(localMails.sentAt, tooOld)).returning({ id: localMails.id });
    return { linksErased: links.length, mailsErased: old.length, localMailsErased: local.length };
  },
};
