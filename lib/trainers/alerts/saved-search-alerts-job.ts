import { and, asc, desc, eq, gt, lte, type SQL, sql } from "drizzle-orm";
import { accountAddresses, accounts } from "@/db/schema/accounts";
import { ads } from "@/db/schema/ads";
import { savedSearches } from "@/db/schema/cv-library";
import { mails } from "@/db/schema/platform";
import { structures } from "@/db/schema/references";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import type { Job } from "@/lib/jobs/job";
import { queueMail } from "@/lib/mail/queue-mail";
import { conditionsOf, filterOf } from "../ads/ad-conditions";
import { wantedOf } from "./ad-query";

/** Ads that a mail names for one search; the others are counted. */
const mostNamed = 10;
/** Ads that one run looks at for one search. */
const mostRead = 500;

/** Once a day, one mail to each person who keeps searches with an alert: the ads that are new to them (EI-16). */
export const savedSearchAlertsJob: Job = {
  name: "saved-search-alerts",
  label: "Envoyer les nouveautés des recherches enregistrées",
  cron: "30 6 * * *",
  catchUp: "latest",
  run: async (ctx, { asOf }) => {
    const total = { people: 0, mails: 0 };
    for (let after: string | null = null; ;) {
      const next = await nextPerson(ctx, after, asOf);
      if (next === null) return total;
      total.people++;
      if (await tell(ctx, next, asOf)) total.mails++;
      after = next;
    }
  },
};

/** Nobody is read when no ad was published since they last were. */
async function nextPerson(ctx: Ctx, after: string | null, asOf: Date): Promise<string | null> {
  const [row] = await ctx.db
    .select({ accountId: savedSearches.accountId })
    .from(savedSearches)
    .where(
      and(
        waiting(asOf),
        after === null ? undefined : gt(savedSearches.accountId, after),
        sql`exists (select from ads where state = 'published' and published_at > ${savedSearches.seenUntil} and published_at <= ${asOf.toISOString()}::timestamptz)`,
      ),
    )
    .orderBy(asc(savedSearches.accountId))
    .limit(1);
  return row?.accountId ?? null;
}

const waiting = (asOf: Date): SQL | undefined =>
  and(eq(savedSearches.scope, "ads"), sql`${savedSearches.alert}`, sql`${savedSearches.seenUntil} < ${asOf.toISOString()}::timestamptz`);

/** The searches are locked and marked as seen with the mail: whoever comes second finds nothing new. */
function tell(ctx: Ctx, accountId: string, asOf: Date): Promise<boolean> {
  // No audit: the outbox tells it. No policy: a job's own work.
  return withTx(ctx, async (tx) => {
    const searches = await tx.db
      .select()
      .from(savedSearches)
      .where(and(waiting(asOf), eq(savedSearches.accountId, accountId)))
      .orderBy(asc(savedSearches.name))
      .for("update", { skipLocked: true });
    const person = await readPerson(tx, accountId);
    if (searches.length === 0 || person === null) return false;
    const found: { name: string; query: string; ads: NewAd[]; more: number }[] = [];
    const told = new Set<string>();
    for (const { name, query, seenUntil } of searches) {
      const fresh = (await readNew(tx, { accountId, query, seenUntil, asOf })).filter(({ number }) => !told.has(number));
      for (const { number } of fresh) told.add(number);
      if (fresh.length > 0) found.push({ name, query, ads: fresh.slice(0, mostNamed), more: Math.max(0, fresh.length - mostNamed) });
    }
    await tx.db
      .update(savedSearches)
      .set({ seenUntil: asOf })
      .where(and(waiting(asOf), eq(savedSearches.accountId, accountId)));
    if (found.length === 0) return false;
    await queueMail(tx, "saved-search-news", {
      to: person.address,
      accountId,
      cause: `searches:${accountId}:${asOf.toISOString()}`,
      props: { firstName: person.firstName, searches: found },
      secrets: {},
    });
    return true;
  });
}

async function readPerson(tx: TxCtx, accountId: string) {
  const [person] = await tx.db
    .select({ firstName: accounts.firstName, address: accountAddresses.address })
    .from(accounts)
    .innerJoin(accountAddresses, and(eq(accountAddresses.accountId, accounts.id), eq(accountAddresses.kind, "main")))
    .where(and(eq(accounts.id, accountId), sql`${accounts.blockedAt} is null and ${accounts.closedAt} is null`));
  return person ?? null;
}

interface NewAd {
  readonly number: string;
  readonly title: string;
  readonly structure: string;
}
interface Looked {
  readonly accountId: string;
  readonly query: string;
  readonly seenUntil: Date;
  readonly asOf: Date;
}

/** Open ads of a search published since it was last told, but those that an alert of the CV told already (EI-15). */
async function readNew(tx: TxCtx, { accountId, query, seenUntil, asOf }: Looked): Promise<NewAd[]> {
  const conditions = await conditionsOf({ ...tx, now: asOf }, wantedOf(query));
  const rows = await tx.db
    .select({ number: ads.number, title: ads.title, structure: structures.name })
    .from(ads)
    .innerJoin(structures, eq(structures.id, ads.structureId))
    .where(
      and(
        filterOf(conditions),
        sql`${ads.state} = 'published'`,
        gt(ads.publishedAt, seenUntil),
        lte(ads.publishedAt, asOf),
        sql`not exists (
          select from ${mails}
          where ${mails.kind} = 'ad-alert' and ${mails.cause} = 'ad:' || ${ads.id} and ${mails.accountId} = ${accountId}
        )`,
      ),
    )
    .orderBy(desc(ads.publishedAt), desc(ads.id))
    .limit(mostRead);
  return rows.flatMap(({ number, title, structure }) => (number === null ? [] : [{ number, title, structure }]));
}
