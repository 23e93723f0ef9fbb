import { subDays, subMonths } from "date-fns";
import { and, inArray, isNotNull, lt, ne, or } from "drizzle-orm";
import { localMails, mails } from "@/db/schema/platform";
import { forgottenKinds } from "@/emails/registry";
import type { Job } from "@/lib/jobs/job";
import { readSettings } from "@/lib/settings/read-settings";

/** No link that we mail lives longer (settings.data.ts): its seal may go even if the mail never left. */
const linkLifeDays = 14;

/**
 * Erases the links of mails that never left, those of them that name other people, then the mails themselves after the
 * time set by the administrator (AD-15).
 */
export const purgeMailsJob: Job = {
  name: "purge-mails",
  label: "Effacer les anciens courriels",
  cron: "40 3 * * *",
  catchUp: "latest",
  run: async (ctx, { asOf }) => {
    const settings = await readSettings(ctx);
    const tooOld = subMonths(asOf, settings["retention.mailMonths"]);
    const tooLate = subDays(asOf, linkLifeDays);
    const links = await ctx.db
      .update(mails)
      .set({ secrets: null })
      .where(and(lt(mails.createdAt, tooLate), isNotNull(mails.secrets), ne(mails.state, "sending")))
      .returning({ id: mails.id });
    const old = await ctx.db
      .delete(mails)
      .where(
        and(
          or(
            lt(mails.createdAt, tooOld),
            and(lt(mails.createdAt, tooLate), inArray(mails.kind, [...forgottenKinds]), ne(mails.state, "sent")),
          ),
          ne(mails.state, "sending"),
        ),
      )
      .returning({ id: mails.id });
    const local = await ctx.db.delete(localMails).where(lt(localMails.sentAt, tooOld)).returning({ id: localMails.id });
    return { linksErased: links.length, mailsErased: old.length, localMailsErased: local.length };
  },
};
