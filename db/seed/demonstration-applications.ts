import { and, asc, desc, eq, gt, lt, sql } from "drizzle-orm";
import { accountAddresses } from "@/db/schema/accounts";
import { adApplications, adInvitations } from "@/db/schema/ad-applications";
import { ads } from "@/db/schema/ads";
import { cvEntries, savedSearches } from "@/db/schema/cv-library";
import { structures } from "@/db/schema/references";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { withTx } from "@/lib/core/tx";
import type { ApplicationState } from "@/lib/trainers/applications/vocabulary";

/** Its manager has a demonstration account. */
const managedStructure = "054";
const day = 86_400_000;
/** Days since the oldest answer: its ad was published before. */
const oldest = 11;

const comments = [
  "J’ai animé ce thème quatre fois l’an dernier, en présence et à distance. Je peux adapter le programme aux petites communes.",
  "Mon métier m’amène à traiter ces questions chaque semaine : je viendrais avec des cas réels, anonymisés.",
  "Disponible aux dates prévues. Je propose de commencer par un tour de table sur les pratiques de chacun.",
  "",
  "Je débute dans la formation, mais j’accompagne depuis six ans les agents de mon service.",
];
const reasons = [
  "Nous avons retenu une personne qui intervient déjà dans le département. Merci de votre proposition.",
  "Votre parcours nous intéresse, mais vos jours ne sont pas ceux du stage.",
];
const states: readonly ApplicationState[] = ["sent", "sent", "studied", "sent", "not_retained"];

/** Answers to the latest open ads of the demonstration, the same each time; true when there was none yet (EI-14, AD-05). */
export function seedDemonstrationApplications(ctx: Ctx): Promise<boolean> {
  return withTx(ctx, async (tx) => {
    // Two servers that start together: the second one waits, then finds them.
    await tx.db.execute(sql`lock table ${adApplications} in share row exclusive mode`);
    if ((await tx.db.$count(adApplications)) > 0) return false;
    const [open, trainers] = [await openAds(tx), await validatedTrainers(tx)];
    const [claire, ines] = [await profileOf(tx, "intervenant@demo.example"), await profileOf(tx, "candidate@demo.example")];
    const [first, second, third, fourth] = open;
    if (first === undefined || second === undefined || third === undefined || fourth === undefined || claire === null) return false;
    const others = trainers.filter(({ id }) => id !== claire.id);
    const rows = [
      ...open.slice(0, 4).flatMap((ad, rank) =>
        likely(ad, others)
          .slice(0, 5 - rank)
          .map((profile, index) => answer(tx.now, ad.id, profile.id, states[index] ?? "sent", rank * 5 + index)),
      ),
      answer(tx.now, first.id, claire.id, "sent", 0),
      answer(tx.now, second.id, claire.id, "studied", 1),
      answer(tx.now, third.id, claire.id, "not_retained", 6),
      ...(ines === null ? [] : [answer(tx.now, first.id, ines.id, "waiting", 4)]),
    ];
    await tx.db.insert(adApplications).values(rows);
    await tx.db.insert(adInvitations).values({
      adId: fourth.id,
      profileId: claire.id,
      message: "Votre expérience des petites communes nous intéresse pour ce groupe. Qu’en pensez-vous ?",
      invitedAt: new Date(tx.now.getTime() - 2 * day),
    });
    await tx.db.insert(savedSearches).values({
      accountId: claire.accountId,
      scope: "ads",
      name: "Grand Est",
      query: "region=44",
      alert: true,
      seenUntil: tx.now,
      createdAt: tx.now,
    });
    return true;
  });
}

interface Topics {
  readonly id: string;
  readonly specialtyCodes: readonly string[];
}

/** Those of the trade of an ad first: they are the ones who answer. */
function likely<Person extends Topics>(ad: Topics, people: readonly Person[]): readonly Person[] {
  const fits = ({ specialtyCodes }: Topics) => specialtyCodes.some((code) => ad.specialtyCodes.includes(code));
  return [...people.filter(fits), ...people.filter((person) => !fits(person))];
}

function answer(now: Date, adId: string, profileId: string, state: ApplicationState, index: number) {
  const appliedAt = new Date(now.getTime() - (1 + ((index * 3) % 9)) * day);
  const lastActionAt = state === "studied" || state === "not_retained" ? new Date(appliedAt.getTime() + day / 2) : appliedAt;
  const reason = state === "not_retained" ? (reasons[index % reasons.length] ?? null) : null;
  return {
    adId,
    profileId,
    state,
    comment: comments[index % comments.length] ?? "",
    appliedAt,
    sentAt: state === "waiting" ? null : appliedAt,
    answeredAt: reason === null ? null : lastActionAt,
    reason,
    lastActionAt,
  };
}

const openAds = ({ db, now }: TxCtx) =>
  db
    .select({ id: ads.id, specialtyCodes: ads.specialtyCodes })
    .from(ads)
    .innerJoin(structures, eq(structures.id, ads.structureId))
    .where(
      and(
        eq(ads.state, "published"),
        eq(structures.code, managedStructure),
        gt(ads.deadlineOn, parisDay(now)),
        lt(ads.publishedAt, new Date(now.getTime() - oldest * day)),
      ),
    )
    .orderBy(desc(ads.publishedAt), desc(ads.id))
    .limit(8);

const validatedTrainers = ({ db }: TxCtx) =>
  db
    .select({ id: trainerProfiles.id, specialtyCodes: cvEntries.specialtyCodes })
    .from(trainerProfiles)
    .innerJoin(cvEntries, eq(cvEntries.profileId, trainerProfiles.id))
    .where(eq(trainerProfiles.state, "validated"))
    .orderBy(asc(trainerProfiles.id));

async function profileOf({ db }: TxCtx, address: string) {
  const [profile] = await db
    .select({ id: trainerProfiles.id, accountId: trainerProfiles.accountId })
    .from(trainerProfiles)
    .innerJoin(accountAddresses, eq(accountAddresses.accountId, trainerProfiles.accountId))
    .where(eq(accountAddresses.canonical, address));
  return profile ?? null;
}
