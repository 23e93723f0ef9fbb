import { and, desc, eq, inArray, ne, sql } from "drizzle-orm";
import { adApplications } from "@/db/schema/ad-applications";
import { ads } from "@/db/schema/ads";
import { profileEvents } from "@/db/schema/trainers";
import { audit } from "@/lib/audit/audit";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { longDate, parisDay } from "@/lib/core/format";
import { absent, ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { ensureProfile } from "../profile/ensure-profile";
import { personOf } from "./people";
import { can, type Ending } from "./policy";
import type { ApplyInput } from "./schemas";
import { tellStructure } from "./tell-structure";

/**
 * Answers an ad (EI-14). With a validated profile it leaves at once; otherwise it is kept, and leaves by itself when the
 * profile is validated (EI-13); somebody without a profile gets one, whose home structure is the ad's.
 */
export function applyToAd(ctx: Ctx, { number, comment }: ApplyInput): Promise<{ state: "sent" | "waiting" }> {
  return withTx(ctx, async (tx) => {
    const { id: adId, structureId } = await findAd(tx, number);
    // The profile before the ad, as everywhere: who validates it at the same time comes before or after.
    const profile = await ensureProfile(tx, { adId, structureId });
    const [ad] = await tx.db.select({ state: ads.state, deadlineOn: ads.deadlineOn }).from(ads).where(eq(ads.id, adId)).for("share");
    if (ad === undefined) throw absent();
    ensure(can.apply(ad, profile.state, await readEnding(tx, profile.id), parisDay(tx.now)));
    const state = profile.state === "validated" ? "sent" : "waiting";
    const application = await store(tx, { adId, profileId: profile.id, state, comment });
    if (state === "sent") await tellStructure(tx, application, await personOf(tx, profile.id));
    await audit(tx, {
      action: "application.apply",
      subject: { type: "application", id: application.id },
      accountId: profile.accountId,
      details: { state },
    });
    return { state };
  });
}

/** A draft does not exist for who would answer it. */
async function findAd(tx: TxCtx, number: string) {
  const [ad] = await tx.db
    .select({ id: ads.id, structureId: ads.structureId })
    .from(ads)
    .where(and(eq(ads.number, number), ne(ads.state, "draft")));
  if (ad === undefined) throw absent();
  return ad;
}

/** When and why a profile was last turned down or archived. */
export async function readEnding(ctx: Ctx, profileId: string): Promise<Ending | null> {
  const [event] = await ctx.db
    .select({ at: profileEvents.at, reason: profileEvents.reason })
    .from(profileEvents)
    .where(and(eq(profileEvents.profileId, profileId), inArray(profileEvents.kind, ["rejected", "archived"])))
    .orderBy(desc(profileEvents.at))
    .limit(1);
  return event ?? null;
}

interface NewApplication {
  readonly adId: string;
  readonly profileId: string;
  readonly state: "sent" | "waiting";
  readonly comment: string;
}

/** The unique index has the last word: two clicks, or two windows, make one application. */
async function store(tx: TxCtx, application: NewApplication) {
  const [stored] = await tx.db
    .insert(adApplications)
    .values({ ...application, appliedAt: tx.now, sentAt: application.state === "sent" ? tx.now : null, lastActionAt: tx.now })
    .onConflictDoNothing({ target: [adApplications.adId, adApplications.profileId], where: sql`state <> 'withdrawn'` })
    .returning({ id: adApplications.id, adId: adApplications.adId });
  if (stored !== undefined) return stored;
  const [known] = await tx.db
    .select({ appliedAt: adApplications.appliedAt })
    .from(adApplications)
    .where(
      and(
        eq(adApplications.adId, application.adId),
        eq(adApplications.profileId, application.profileId),
        ne(adApplications.state, "withdrawn"),
      ),
    );
  const when = known === undefined ? "" : ` le ${longDate(known.appliedAt)}`;
  throw new Refusal(
    "conflict",
    `Vous avez déjà répondu à cette annonce${when} : vous retrouvez votre candidature dans « Mes réponses aux annonces ».`,
  );
}
