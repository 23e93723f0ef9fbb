import { and, asc, eq, inArray } from "drizzle-orm";
import { adApplications } from "@/db/schema/ad-applications";
import { ads } from "@/db/schema/ads";
import { audit } from "@/lib/audit/audit";
import type { TxCtx } from "@/lib/core/ctx";
import { longDay, parisDay } from "@/lib/core/format";
import { queueMail } from "@/lib/mail/queue-mail";
import { isOpen } from "../ads/rules";
import type { AdState } from "../ads/vocabulary";
import { type Person, personOf } from "./people";
import { tellStructure } from "./tell-structure";

interface AdFound {
  readonly state: AdState;
  readonly number: string | null;
  readonly title: string;
  readonly deadlineOn: string | null;
}
const closedMeanwhile = "L’annonce a été clôturée avant la validation de votre profil.";

// No policy: whoever validates a profile sends what it was waiting for; that verb judges.
/**
 * Sends the applications that waited for a profile to be validated (EI-13). The deadline is held against the day they
 * were made, so that a slow study costs nobody an ad; when the ad closed meanwhile, the person is told (EI-14).
 */
export async function sendWaitingApplications(tx: TxCtx, profileId: string): Promise<void> {
  const waits = and(eq(adApplications.profileId, profileId), eq(adApplications.state, "waiting"));
  // The ads first, as closing does: shared, so that whoever closes one waits for the end of this, then answers what was sent.
  const found = await tx.db
    .select({ id: ads.id, state: ads.state, number: ads.number, title: ads.title, deadlineOn: ads.deadlineOn })
    .from(ads)
    .where(inArray(ads.id, tx.db.select({ adId: adApplications.adId }).from(adApplications).where(waits)))
    .orderBy(asc(ads.id))
    .for("share");
  if (found.length === 0) return;
  const waiting = await tx.db
    .select({ id: adApplications.id, adId: adApplications.adId, appliedAt: adApplications.appliedAt })
    .from(adApplications)
    .where(waits)
    .for("update");
  const person = await personOf(tx, profileId);
  for (const application of waiting) {
    const ad = found.find(({ id }) => id === application.adId);
    if (ad === undefined) throw new Error("application without an ad");
    // A structure may have moved its deadline before the day of the application.
    if (!isOpen(ad, parisDay(application.appliedAt))) await drop(tx, application.id, ad, person);
    else await send(tx, application, person);
  }
}

async function send(tx: TxCtx, application: { readonly id: string; readonly adId: string }, person: Person): Promise<void> {
  await tx.db
    .update(adApplications)
    .set({ state: "sent", sentAt: tx.now, lastActionAt: tx.now })
    .where(eq(adApplications.id, application.id));
  await tellStructure(tx, application, person);
  await audit(tx, {
    action: "application.send",
    subject: { type: "application", id: application.id },
    accountId: person.accountId,
  });
}

async function drop(tx: TxCtx, id: string, ad: AdFound, { accountId, address, firstName }: Person): Promise<void> {
  const closed = ad.state === "closed";
  const reason = closed ? closedMeanwhile : `La date limite de l’annonce, le ${longDay(ad.deadlineOn ?? "")}, précède votre réponse.`;
  await tx.db
    .update(adApplications)
    .set({ state: "not_retained", reason, answeredAt: tx.now, lastActionAt: tx.now })
    .where(eq(adApplications.id, id));
  await queueMail(tx, closed ? "ad-closed-to-applicant" : "application-answered", {
    to: address,
    accountId,
    cause: `application:${id}`,
    props: { firstName, number: ad.number ?? "", title: ad.title, reason },
    secrets: {},
  });
  await audit(tx, { action: "application.answer", subject: { type: "application", id }, accountId, details: { reason } });
}
