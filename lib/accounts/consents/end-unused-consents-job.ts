import { and, asc, eq, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { addMonths } from "date-fns";
import { accountAddresses, accounts, appConsents } from "@/db/schema/accounts";
import { applicationOf } from "@/lib/accounts/applications/applications.data";
import { audit } from "@/lib/audit/audit";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { env } from "@/lib/core/env";
import { longDate } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { withTx } from "@/lib/core/tx";
import type { Job } from "@/lib/jobs/job";
import { queueMail } from "@/lib/mail/queue-mail";
import { readSettings } from "@/lib/settings/read-settings";
import { unusedLimits } from "./rules";

const batch = 200;
const liveAlways = and(eq(appConsents.mode, "always"), isNull(appConsents.endedAt));

/** Consents unused for the time of the setting (12 months) end; the person is told a month before (MC-13). */
export const endUnusedConsentsJob: Job = {
  name: "end-unused-consents",
  label: "Mettre fin aux autorisations inutilisées",
  cron: "20 4 * * *",
  catchUp: "latest",
  run: async (ctx, { asOf }) => {
    const months = (await readSettings(ctx))["consent.unusedMonths"];
    const ended = await endUnused(ctx, asOf, months);
    let warned = 0;
    for (let last = batch; last === batch; warned += last) last = await warnSome(ctx, asOf, months);
    return { warned, ended };
  },
};

/** Ends those that were told at least a month ago: a job that did not run for a year still tells first. */
async function endUnused(ctx: Ctx, asOf: Date, months: number): Promise<number> {
  const { end, toldBefore } = unusedLimits(asOf, months);
  return withTx(ctx, async (tx) => {
    const ended = await tx.db
      .update(appConsents)
      .set({ endedAt: asOf, endReason: "unused" })
      .where(and(liveAlways, lte(appConsents.lastUsedAt, end), isNotNull(appConsents.warnedAt), lte(appConsents.warnedAt, toldBefore)))
      .returning({ id: appConsents.id, accountId: appConsents.accountId, application: appConsents.application });
    for (const { id, accountId, application } of ended) {
      await audit(tx, {
        action: "consent.unused",
        accountId,
        subject: { type: "application", id: application },
        details: { consentId: id },
      });
    }
    return ended.length;
  });
}

/** Tells the owners of a batch; gives how many there were. */
async function warnSome(ctx: Ctx, asOf: Date, months: number): Promise<number> {
  const { warn } = unusedLimits(asOf, months);
  return withTx(ctx, async (tx) => {
    const waiting = await tx.db
      .select({
        id: appConsents.id,
        accountId: appConsents.accountId,
        application: appConsents.application,
        lastUsedAt: appConsents.lastUsedAt,
        firstName: accounts.firstName,
        to: noticeAddress,
      })
      .from(appConsents)
      .innerJoin(accounts, and(eq(accounts.id, appConsents.accountId), isNull(accounts.closedAt)))
      .where(and(liveAlways, isNull(appConsents.warnedAt), lte(appConsents.lastUsedAt, warn)))
      .orderBy(asc(appConsents.id))
      .limit(batch)
      .for("update", { of: appConsents, skipLocked: true });
    for (const consent of waiting) await tell(tx, consent, { asOf, months });
    return waiting.length;
  });
}

/** Mail about the account goes to the secondary address when there is one (MC-21); in one statement for the batch. */
const noticeAddress = sql<
  string | null
>`(select a.address from ${accountAddresses} a where a.account_id = ${appConsents.accountId} order by a.kind = 'secondary' desc limit 1)`;

type Waiting = Pick<typeof appConsents.$inferSelect, "id" | "accountId" | "application" | "lastUsedAt"> & {
  readonly firstName: string;
  readonly to: string | null;
};

async function tell(
  tx: TxCtx,
  { id, accountId, application, lastUsedAt, firstName, to }: Waiting,
  { asOf, months }: { asOf: Date; months: number },
): Promise<void> {
  await tx.db.update(appConsents).set({ warnedAt: asOf }).where(eq(appConsents.id, id));
  if (to === null) return;
  const unusedEnd = addMonths(lastUsedAt, months);
  const endsOn = new Date(Math.max(unusedEnd.getTime(), addMonths(asOf, 1).getTime()));
  await queueMail(tx, "consent-ending", {
    to,
    accountId,
    cause: `consent-ending|${id}|${lastUsedAt.toISOString()}`,
    props: {
      firstName,
      application: applicationOf(application).name,
      unusedFor: `${months} mois`,
      endsOn: longDate(endsOn),
      url: new URL(paths.account.consents, env.APP_URL).href,
    },
    secrets: {},
  });
}
