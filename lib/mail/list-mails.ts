import { and, asc, count, desc, eq, min, type SQL, sql } from "drizzle-orm";
import { mails } from "@/db/schema/platform";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { can } from "./policy";
import type { ListMailsInput } from "./schemas";
import type { MailState } from "./vocabulary";

const pageSize = 50;
const countLimit = 1000;

export interface MailLine {
  readonly id: string;
  readonly kind: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly state: MailState;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly nextAttemptAt: Date;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
}

export interface MailList {
  readonly mails: readonly MailLine[];
  /** `after` of the next page and `before` of the one before; null: there is none. */
  readonly next: string | null;
  readonly previous: string | null;
  /** Counted up to 1,000. */
  readonly count: number;
  readonly countIsCapped: boolean;
}

/** The mails, newest first, page by page in both directions (AD-14). */
export async function listMails(ctx: Ctx, input: ListMailsInput): Promise<MailList> {
  ensure(can.seeMails(ctx.actor));
  const filter = and(...filters(input));
  const cursor = input.after ?? input.before;
  const backwards = input.after === undefined && input.before !== undefined;
  const [rows, [counted]] = await Promise.all([
    ctx.db
      .select({
        id: mails.id,
        kind: mails.kind,
        toAddress: mails.toAddress,
        subject: mails.subject,
        state: mails.state,
        attempts: mails.attempts,
        lastError: mails.lastError,
        nextAttemptAt: mails.nextAttemptAt,
        createdAt: mails.createdAt,
        sentAt: mails.sentAt,
      })
      .from(mails)
      .where(and(filter, cursor === undefined ? undefined : beyond(cursor, backwards)))
      .orderBy(...(backwards ? [asc(mails.createdAt), asc(mails.id)] : [desc(mails.createdAt), desc(mails.id)]))
      .limit(pageSize + 1),
    ctx.db.select({ total: count() }).from(
      ctx.db
        .select({ id: mails.id })
        .from(mails)
        .where(filter)
        .limit(countLimit + 1)
        .as("some"),
    ),
  ]);
  const more = rows.length > pageSize;
  const page = backwards ? rows.slice(0, pageSize).reverse() : rows.slice(0, pageSize);
  const [hasPrevious, hasNext] = backwards ? [more, true] : [cursor !== undefined, more];
  const total = counted?.total ?? 0;
  return {
    mails: page,
    next: hasNext ? cursorOf(page.at(-1)) : null,
    previous: hasPrevious ? cursorOf(page[0]) : null,
    count: Math.min(total, countLimit),
    countIsCapped: total > countLimit,
  };
}

function filters({ state, kind, address }: ListMailsInput): (SQL | undefined)[] {
  return [
    state === undefined ? undefined : eq(mails.state, state),
    kind === undefined ? undefined : eq(mails.kind, kind),
    address === undefined ? undefined : sql`position(${address.toLowerCase()} in lower(${mails.toAddress})) > 0`,
  ];
}

const cursorOf = (line: Pick<MailLine, "createdAt" | "id"> | undefined): string | null =>
  line === undefined ? null : `${line.createdAt.getTime()}_${line.id}`;

/** The mails on the other side of one: older, or newer when paging backwards. */
function beyond(cursor: string, backwards: boolean): SQL {
  const [time = "0", id = ""] = cursor.split("_");
  const at = new Date(Number(time)).toISOString();
  return sql`(${mails.createdAt}, ${mails.id}) ${backwards ? sql`>` : sql`<`} (${at}::timestamptz, ${id}::uuid)`;
}

export interface OutboxHealth {
  readonly waiting: number;
  readonly failed: number;
  readonly uncertain: number;
  /** When the mail that has waited longest was written. */
  readonly oldestWaiting: Date | null;
}

/** What an administrator sees at a glance, and the metrics: is the mail going out? */
export async function readOutboxHealth(ctx: Ctx): Promise<OutboxHealth> {
  const rows = await ctx.db
    .select({ state: mails.state, total: count(), oldest: min(mails.createdAt) })
    .from(mails)
    .where(sql`${mails.state} <> 'sent'`)
    .groupBy(mails.state);
  const of = (...states: readonly MailState[]) => rows.filter(({ state }) => states.includes(state));
  const total = (...states: readonly MailState[]) => of(...states).reduce((sum, row) => sum + row.total, 0);
  const ages = of("queued", "sending").flatMap(({ oldest }) => (oldest === null ? [] : [oldest.getTime()]));
  return {
    waiting: total("queued", "sending"),
    failed: total("failed"),
    uncertain: total("uncertain"),
    oldestWaiting: ages.length === 0 ? null : new Date(Math.min(...ages)),
  };
}
