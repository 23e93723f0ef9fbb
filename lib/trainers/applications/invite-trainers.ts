import { and, eq, inArray, ne } from "drizzle-orm";
import { adApplications, adInvitations } from "@/db/schema/ad-applications";
import { structures } from "@/db/schema/references";
import { audit } from "@/lib/audit/audit";
import { accountIdOf, type Ctx, type TxCtx } from "@/lib/core/ctx";
import { longDay, parisDay } from "@/lib/core/format";
import { ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { queueMail } from "@/lib/mail/queue-mail";
import { lockAd } from "../ads/lock-ad";
import { can } from "../ads/policy";
import { isOpen } from "../ads/rules";
import { type Candidate, readCandidates } from "./candidates";
import { whySkipped } from "./invitation-rules";
import type { InviteInput } from "./schemas";

export interface Outcome {
  readonly name: string;
  /** Why there was no invitation; null: there was one. */
  readonly skipped: string | null;
}

/**
 * Proposes an ad to trainers (EI-96): one invitation per ad and person. Whoever has answered it, was invited before or is
 * away for the whole period is left out, and the manager is told who and why.
 */
export function inviteTrainers(ctx: Ctx, { adId, ids, message }: InviteInput): Promise<readonly Outcome[]> {
  return withTx(ctx, async (tx) => {
    const ad = await lockAd(tx, adId);
    ensure(can.see(tx.actor, ad));
    const today = parisDay(tx.now);
    if (!isOpen(ad, today)) throw new Refusal("conflict", "Cette annonce n’est pas ouverte : on ne peut pas y inviter.");
    const candidates = await readInvited(tx, ad, ids, today);
    const invited = candidates.filter(({ skipped }) => skipped === null);
    const [structure] = await tx.db.select({ name: structures.name }).from(structures).where(eq(structures.id, ad.structureId));
    const deadline = ad.deadlineOn === null ? null : longDay(ad.deadlineOn);
    for (const { candidate } of invited) {
      const invitation = await store(tx, adId, candidate, message);
      await queueMail(tx, "ad-invitation", {
        to: candidate.address,
        accountId: candidate.accountId,
        cause: `invitation:${invitation}`,
        props: {
          firstName: candidate.firstName,
          number: ad.number ?? "",
          title: ad.title,
          structure: structure?.name ?? "",
          message,
          deadline,
        },
        secrets: {},
      });
    }
    await audit(tx, { action: "application.invite", subject: { type: "ad", id: adId }, details: { told: invited.length } });
    return candidates.map(({ candidate: { firstName, lastName }, skipped }) => ({ name: `${firstName} ${lastName}`, skipped }));
  });
}

type AskedAd = Parameters<typeof whySkipped>[0] & { readonly id: string };

/** The people chosen, each with why they would be left out of an invitation to this ad. */
export async function readInvited(ctx: Ctx, ad: AskedAd, profileIds: readonly string[], today: string) {
  const of = { adId: ad.id, profileIds: [...profileIds] };
  const [candidates, invitations, applications] = await Promise.all([
    readCandidates(ctx, profileIds, today),
    ctx.db
      .select({ profileId: adInvitations.profileId })
      .from(adInvitations)
      .where(and(eq(adInvitations.adId, of.adId), inArray(adInvitations.profileId, of.profileIds))),
    ctx.db
      .select({ profileId: adApplications.profileId, state: adApplications.state })
      .from(adApplications)
      .where(
        and(eq(adApplications.adId, of.adId), inArray(adApplications.profileId, of.profileIds), ne(adApplications.state, "withdrawn")),
      ),
  ]);
  return candidates.map((candidate) => ({
    candidate,
    skipped: whySkipped(ad, {
      away: candidate.away,
      invited: invitations.some(({ profileId }) => profileId === candidate.profileId),
      application: applications.find(({ profileId }) => profileId === candidate.profileId)?.state ?? null,
    }),
  }));
}

/** The ad is locked: nobody else invites to it meanwhile; the unique key would refuse a second invitation all the same. */
async function store(tx: TxCtx, adId: string, { profileId }: Candidate, message: string): Promise<string> {
  const invitedBy = accountIdOf(tx.actor);
  const [stored] = await tx.db
    .insert(adInvitations)
    .values({ adId, profileId, message, invitedBy, invitedAt: tx.now })
    .returning({ id: adInvitations.id });
  if (stored === undefined) throw new Error("invitation not stored");
  return stored.id;
}
