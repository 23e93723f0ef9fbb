import { and, asc, eq, isNotNull, isNull, lte, type SQL, sql } from "drizzle-orm";
import { profileEvents, profileRequests, requestReservations, trainerProfiles } from "@/db/schema/trainers";
import { audit } from "@/lib/audit/audit";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { longDate } from "@/lib/core/format";
import { log } from "@/lib/core/log";
import { paths } from "@/lib/core/paths";
import { withTx } from "@/lib/core/tx";
import { endWaitingApplications } from "../applications/end-waiting-applications";
import { lockProfile } from "../profile/lock-profile";
import { reminderCause } from "./causes";
import { archivedOn, silentLimits } from "./rules";
import { tellCandidate } from "./tell-candidate";

type RequestRow = typeof profileRequests.$inferSelect;
const waits = eq(profileRequests.state, "correction");

/** Learns from the outbox when the mails of each demand really left: a worker that stands still lets no time run. */
export async function noteMailsSent(ctx: Ctx): Promise<void> {
  const sent = (kind: string, prefix: string) => sql<Date | null>`(
    select min(m.sent_at) from mails m
    where m.kind = ${kind} and m.cause = ${prefix} || profile_requests.id || ':' || profile_requests.round and m.state = 'sent')`;
  await ctx.db
    .update(profileRequests)
    .set({ correctionMailedAt: sent("correction-asked", "correction:") })
    .where(and(waits, isNull(profileRequests.correctionMailedAt)));
  await ctx.db
    .update(profileRequests)
    .set({ reminderMailedAt: sent("correction-reminder", "correction-reminder:") })
    .where(and(waits, isNotNull(profileRequests.reminderQueuedAt), isNull(profileRequests.reminderMailedAt)));
}

// No policy: nobody asks, the calendar does.
/** Two weeks before the end, tells those who have not answered. */
export async function remindSilent(ctx: Ctx, asOf: Date): Promise<Outcome> {
  const { remind } = silentLimits(asOf);
  const due = and(waits, isNull(profileRequests.reminderQueuedAt), lte(profileRequests.correctionMailedAt, remind));
  return oneByOne(ctx, due, async (tx, request) => {
    const profile = await lockProfile(tx, request.profileId);
    await tx.db.update(profileRequests).set({ reminderQueuedAt: asOf }).where(eq(profileRequests.id, request.id));
    await audit(tx, { action: "trainer.correction_reminded", subject: subjectOf(request), accountId: profile.accountId });
    await tellCandidate(tx, { request, profile }, "correction-reminder", {
      cause: reminderCause(request.id, request.round),
      path: paths.trainers.cv(),
      props: { archivedOn: longDate(archivedOn(request.correctionMailedAt ?? asOf, asOf)) },
    });
  });
}

/** Archives requests without an answer for two months, whose owner was warned two weeks ago at least (EI-41). */
export async function archiveSilent(ctx: Ctx, asOf: Date): Promise<Outcome> {
  const { silent, warned } = silentLimits(asOf);
  const due = and(waits, lte(profileRequests.correctionMailedAt, silent), lte(profileRequests.reminderMailedAt, warned));
  return oneByOne(ctx, due, async (tx, request) => {
    const profile = await lockProfile(tx, request.profileId);
    await tx.db.update(profileRequests).set({ state: "archived", decidedAt: asOf }).where(eq(profileRequests.id, request.id));
    await tx.db.update(trainerProfiles).set({ state: "archived", updatedAt: asOf }).where(eq(trainerProfiles.id, profile.id));
    await endWaitingApplications(tx, profile, "Votre demande d’inscription a été archivée, faute de réponse.");
    await tx.db.insert(profileEvents).values({ profileId: profile.id, requestId: request.id, kind: "archived", at: asOf });
    await tx.db.delete(requestReservations).where(eq(requestReservations.requestId, request.id));
    await audit(tx, { action: "trainer.request_archived", subject: subjectOf(request), accountId: profile.accountId });
    await tellCandidate(tx, { request, profile }, "request-archived", {
      cause: `request:${request.id}`,
      path: paths.trainers.home,
      props: {},
    });
  });
}

const subjectOf = ({ id }: RequestRow) => ({ type: "profile_request", id });

interface Outcome {
  readonly treated: number;
  /** Could not be treated; the log says why. */
  readonly failed: readonly string[];
}

/** Each in a transaction of its own, its profile first as everywhere: one that cannot be treated stops no other. */
async function oneByOne(ctx: Ctx, due: SQL | undefined, treat: (tx: TxCtx, request: RequestRow) => Promise<void>): Promise<Outcome> {
  const found = await ctx.db
    .select({ id: profileRequests.id, profileId: profileRequests.profileId })
    .from(profileRequests)
    .where(due)
    .orderBy(asc(profileRequests.id));
  let treated = 0;
  const failed: string[] = [];
  const treatOne = ({ id, profileId }: (typeof found)[number]) =>
    withTx(ctx, async (tx) => {
      await lockProfile(tx, profileId);
      // Sent again meanwhile: it is no longer due.
      const [request] = await tx.db
        .select()
        .from(profileRequests)
        .where(and(eq(profileRequests.id, id), due))
        .for("update");
      if (request === undefined) return 0;
      await treat(tx, request);
      return 1;
    });
  for (const one of found) {
    try {
      treated += await treatOne(one);
    } catch (error) {
      log.error({ err: error, profileRequest: one.id }, "a silent request could not be treated");
      failed.push(one.id);
    }
  }
  return { treated, failed };
}
