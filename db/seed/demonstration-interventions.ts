import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import { accountAddresses } from "@/db/schema/accounts";
import { unavailabilities } from "@/db/schema/cv-library";
import { changeRequests, interventions } from "@/db/schema/interventions";
import { trainerProfiles } from "@/db/schema/trainers";
import { seal } from "@/lib/core/crypto";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { withTx } from "@/lib/core/tx";
import { addDays } from "@/lib/trainers/account/rules";
import { fromContext, toContext } from "@/lib/trainers/change-requests/sealed-contexts";
import { textOf } from "@/lib/trainers/profile/rules";
import { writeCvEntry } from "@/lib/trainers/profile/write-cv-entry";

const titles = [
  "Élaborer un budget communal",
  "Les fondamentaux des marchés publics",
  "Animer une réunion de service",
  "Accueillir le public au téléphone et au guichet",
  "Conduire un projet de territoire",
  "Prévenir les risques psychosociaux",
  "Rédiger des écrits administratifs clairs",
  "La gestion de l’état civil",
  "Encadrer une équipe technique",
] as const;
const shownTrainer = "intervenant@demo.example";

type Trainer = Pick<typeof trainerProfiles.$inferSelect, "id" | "answers"> & { readonly structureId: string; readonly address: string };

/** Gives numbered trainers what they taught, where nothing is recorded yet (AD-08, EI-52); true when it did. */
export function seedDemonstrationInterventions(ctx: Ctx): Promise<boolean> {
  return withTx(ctx, async (tx) => {
    await tx.db.execute(sql`lock table ${interventions} in share row exclusive mode`);
    if ((await tx.db.$count(interventions)) > 0) return false;
    const trainers = await numberedTrainers(tx);
    const rows = trainers.flatMap((trainer, index) => past(tx, trainer, index));
    if (rows.length === 0) return false;
    await tx.db.insert(interventions).values(rows);
    const shown = trainers.find(({ address }) => address === shownTrainer);
    if (shown !== undefined) await storeWishes(tx, shown);
    for (const { id } of trainers) await writeCvEntry(tx, id);
    return true;
  });
}

async function numberedTrainers({ db }: TxCtx): Promise<Trainer[]> {
  const rows = await db
    .select({
      id: trainerProfiles.id,
      answers: trainerProfiles.answers,
      structureId: trainerProfiles.homeStructureId,
      address: accountAddresses.canonical,
    })
    .from(trainerProfiles)
    .innerJoin(accountAddresses, and(eq(accountAddresses.accountId, trainerProfiles.accountId), eq(accountAddresses.kind, "main")))
    .where(
      and(isNotNull(trainerProfiles.immatriculation), isNotNull(trainerProfiles.homeStructureId), eq(trainerProfiles.state, "validated")),
    )
    .orderBy(asc(trainerProfiles.immatriculation));
  return rows.map(({ structureId, ...row }) => ({ ...row, structureId: structureId ?? "" }));
}

/** The same each time: one every two or three months backwards, and one to come for the trainer that everybody tries. */
function past({ now }: TxCtx, { id, structureId, address }: Trainer, index: number) {
  const today = parisDay(now);
  const count = address === shownTrainer ? 9 : 2 + (index % 4);
  return Array.from({ length: count }, (_, turn) => {
    const startsOn = addDays(today, address === shownTrainer && turn === 0 ? 62 : -(40 + turn * 71 + index * 3));
    const days = 1 + ((turn + index) % 2);
    return {
      profileId: id,
      structureId,
      reference: `D${String(index).padStart(3, "0")}-${turn + 1}`,
      title: titles[(turn + index) % titles.length] ?? titles[0],
      startsOn,
      endsOn: addDays(startsOn, days - 1),
      hours: days * 6,
    };
  });
}

/** Days away, and a change that waits for the manager who has a demonstration account. */
async function storeWishes(tx: TxCtx, { id, answers }: Trainer): Promise<void> {
  const today = parisDay(tx.now);
  await tx.db.insert(unavailabilities).values([
    { profileId: id, startsOn: addDays(today, 12), endsOn: addDays(today, 18), note: "Congés" },
    { profileId: id, startsOn: addDays(today, 45), endsOn: addDays(today, 45), note: "" },
  ]);
  const [request] = await tx.db
    .insert(changeRequests)
    .values({
      profileId: id,
      field: "street",
      fromSealed: "",
      toSealed: "",
      explanation: "J’ai déménagé le mois dernier.",
      createdAt: new Date(tx.now.getTime() - 3 * 24 * 3_600_000),
    })
    .returning({ id: changeRequests.id });
  if (request === undefined) throw new Error("demand not stored");
  const sealed = {
    fromSealed: seal(textOf(answers, "street"), fromContext(request.id)),
    toSealed: seal("27 rue de la Fontaine", toContext(request.id)),
  };
  await tx.db.update(changeRequests).set(sealed).where(eq(changeRequests.id, request.id));
}
