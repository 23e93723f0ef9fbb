import { asc, eq, inArray, sql } from "drizzle-orm";
import { roleGrants } from "@/db/schema/access";
import { accountAddresses, accounts, passwordHistory } from "@/db/schema/accounts";
import { departments, structures } from "@/db/schema/references";
import { profileEvents, profileLines, profileRemarks, profileRequests, trainerProfiles } from "@/db/schema/trainers";
import { classesOf } from "@/lib/accounts/passwords/rules";
import { hashPassword } from "@/lib/accounts/passwords/hash-password";
import { seal } from "@/lib/core/crypto";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import { identityKey } from "@/lib/trainers/profile/identity-key";
import { birthPlaceContext } from "@/lib/trainers/profile/lock-profile";
import type { ProfileState } from "@/lib/trainers/profile/vocabulary";
import { writeCvEntry } from "@/lib/trainers/profile/write-cv-entry";
import { demonstrationPassword } from "./demonstration-accounts.data";
import { demonstrationRemarks } from "./demonstration-trainers.data";
import { type PlannedTrainer, planTrainer, type TrainersPlan } from "./plan-trainers";

const validatedCount = 60;
const waitingCount = 12;
/** Its manager has a demonstration account: half of the requests wait there. */
const managedStructure = "054";

interface Planned extends PlannedTrainer {
  readonly state: ProfileState;
  /** Days since the request was sent; null: never. */
  readonly sent: number | null;
  readonly immatriculation: string | null;
}

/** Fills a CVthèque that is empty, and the queue of requests, the same each time (AD-02, AD-03); true when it did. */
export async function seedDemonstrationTrainers(ctx: Ctx): Promise<boolean> {
  return withTx(ctx, async (tx) => {
    // Two servers that start together: the second one waits, then finds them.
    await tx.db.execute(sql`lock table ${trainerProfiles} in share row exclusive mode`);
    if ((await tx.db.$count(trainerProfiles)) > 0) return false;
    const plan = {
      structures: await activeStructures(tx),
      departments: await tx.db.select().from(departments).orderBy(asc(departments.code)),
    };
    const planned = planAll(plan);
    const ids = await storePeople(tx, planned);
    await storeProfiles(tx, planned, ids);
    return true;
  });
}

const activeStructures = (tx: TxCtx) => tx.db.select().from(structures).where(eq(structures.active, true)).orderBy(asc(structures.code));

function planAll(plan: TrainersPlan): Planned[] {
  const managed = plan.structures.find(({ code }) => code === managedStructure)?.id;
  const there = managed === undefined ? {} : { structureId: managed };
  const [claire, ines] = [
    { civility: "mme", firstName: "Claire", lastName: "Martin", address: "intervenant@demo.example", ...there },
    { civility: "mme", firstName: "Inès", lastName: "Benali", address: "candidate@demo.example", ...there },
  ] as const;
  const range = (count: number, from: number) => Array.from({ length: count }, (_, index) => from + index);
  const unfinished = planTrainer(plan, 5, ines);
  return [
    { ...planTrainer(plan, 3, claire), state: "validated", sent: 400, immatriculation: "2019-054-00117" },
    {
      ...unfinished,
      answers: unfinishedAnswers(unfinished),
      lines: unfinished.lines.slice(0, 1),
      state: "draft",
      sent: null,
      immatriculation: null,
    },
    ...range(validatedCount - 1, 10).map((index) => ({
      ...planTrainer(plan, index),
      state: "validated" as const,
      sent: 30 + ((index * 17) % 900),
      immatriculation: index % 3 === 0 ? `2020-${String(index).padStart(3, "0")}-00${index}` : null,
    })),
    ...range(waitingCount, 100).map((index) => ({
      ...planTrainer(plan, index, index % 2 === 0 ? there : {}),
      state: "submitted" as const,
      sent: [0, 1, 2, 3, 5, 6, 9, 12, 16, 23, 31, 48][index - 100] ?? 1,
      immatriculation: null,
    })),
    ...range(demonstrationRemarks.length, 120).map((index) => ({
      ...planTrainer(plan, index, there),
      state: "draft" as const,
      sent: 20,
      immatriculation: null,
    })),
  ];
}

/** A CV begun and left: who they are, and where they would like to work. */
const unfinishedAnswers = ({ answers }: PlannedTrainer): PlannedTrainer["answers"] =>
  Object.fromEntries(
    [
      "civility",
      "birthName",
      "lastName",
      "firstName",
      "bornOn",
      "nationality",
      "country",
      "postcode",
      "city",
      "personalPhone",
      "regions",
    ].flatMap((name) => (answers[name] === undefined ? [] : [[name, answers[name]]])),
  );

/** The account of each, by address: known ones are found again. */
async function storePeople(tx: TxCtx, planned: readonly Planned[]): Promise<ReadonlyMap<string, string>> {
  const addresses = planned.map(({ address }) => address);
  const find = () =>
    tx.db
      .select({ accountId: accountAddresses.accountId, address: accountAddresses.canonical })
      .from(accountAddresses)
      .where(inArray(accountAddresses.canonical, addresses));
  const known = new Set((await find()).map(({ address }) => address));
  const missing = planned.filter(({ address }) => !known.has(address));
  if (missing.length > 0) {
    const passwordHash = await hashPassword(demonstrationPassword);
    const stored = await tx.db
      .insert(accounts)
      .values(
        missing.map(({ civility, firstName, lastName }) => ({
          civility,
          firstName,
          lastName,
          passwordHash,
          passwordChangedAt: tx.now,
          passwordClasses: classesOf(demonstrationPassword, { firstName, lastName }),
        })),
      )
      .returning({ id: accounts.id });
    const rows = missing.map((person, index) => ({ ...person, accountId: stored[index]?.id ?? "" }));
    await tx.db
      .insert(accountAddresses)
      .values(rows.map(({ accountId, address }) => ({ accountId, kind: "main" as const, address, canonical: address, provedAt: tx.now })));
    await tx.db.insert(passwordHistory).values(rows.map(({ accountId }) => ({ accountId, passwordHash })));
    const trainers = rows.filter(({ state }) => state === "validated");
    if (trainers.length > 0)
      await tx.db.insert(roleGrants).values(trainers.map(({ accountId }) => ({ accountId, role: "trainer" as const, grantedAt: tx.now })));
  }
  return new Map((await find()).map(({ address, accountId }) => [address, accountId]));
}

async function storeProfiles(tx: TxCtx, planned: readonly Planned[], ids: ReadonlyMap<string, string>): Promise<void> {
  const ago = (days: number) => new Date(tx.now.getTime() - days * 86_400_000 - 3_600_000);
  const rows = await tx.db
    .insert(trainerProfiles)
    .values(
      planned.map(({ address, civility, firstName, lastName, answers, state, structureId, sent, immatriculation }) => ({
        accountId: ids.get(address) ?? "",
        state,
        answers,
        homeStructureId: structureId,
        immatriculation,
        identityKey: identityKey({ civility, firstName, lastName, bornOn: `${String(answers["bornOn"])} ${address}` }),
        createdAt: ago((sent ?? 0) + 6),
        updatedAt: ago(sent ?? 1),
        validatedAt: state === "validated" ? ago(Math.max(0, (sent ?? 0) - 8)) : null,
      })),
    )
    .returning({ id: trainerProfiles.id });
  const profiles = planned.map((person, index) => ({ ...person, id: rows[index]?.id ?? "" }));
  await tx.db.execute(sql`update ${trainerProfiles} p set birth_place_sealed = sealed.value
    from (values ${sql.join(
      profiles.map(({ id, answers }) => sql`(${id}::uuid, ${seal(String(answers["city"] ?? "Nancy"), birthPlaceContext(id))})`),
      sql`, `,
    )}) as sealed (id, value) where sealed.id = p.id`);
  await tx.db
    .insert(profileLines)
    .values(profiles.flatMap(({ id, lines }) => lines.map((line) => ({ ...line, profileId: id, createdAt: tx.now, updatedAt: tx.now }))));
  await storeRequests(tx, profiles, ago);
  for (const { id, state } of profiles) if (state === "validated") await writeCvEntry(tx, id);
}

type Stored = Planned & { readonly id: string };

async function storeRequests(tx: TxCtx, profiles: readonly Stored[], ago: (days: number) => Date): Promise<void> {
  const asked = profiles.flatMap((profile) => (profile.sent === null ? [] : [{ ...profile, sent: profile.sent }]));
  const corrected = asked.filter(({ state }) => state === "draft");
  const requests = await tx.db
    .insert(profileRequests)
    .values(
      asked.map(({ id, structureId, state, sent }) => ({
        profileId: id,
        structureId,
        state: state === "draft" ? ("correction" as const) : state === "validated" ? ("validated" as const) : ("submitted" as const),
        submittedAt: ago(sent),
        sentAt: ago(sent),
        round: state === "draft" ? 1 : 0,
        ...(state === "draft" && { firstAnalysedAt: ago(sent - 5), correctionAskedAt: ago(sent - 5), correctionMailedAt: ago(sent - 5) }),
        ...(state === "validated" && { firstAnalysedAt: ago(sent - 8), decidedAt: ago(Math.max(0, sent - 8)) }),
      })),
    )
    .returning({ id: profileRequests.id, profileId: profileRequests.profileId });
  const requestOf = new Map(requests.map(({ id, profileId }) => [profileId, id]));
  const manager = await managerOf(tx);
  await tx.db.insert(profileEvents).values(
    asked.flatMap(({ id, state, sent }) => {
      const common = { profileId: id, requestId: requestOf.get(id) ?? null };
      return [
        { ...common, kind: "submitted" as const, at: ago(sent) },
        ...(state === "validated" ? [{ ...common, kind: "validated" as const, at: ago(Math.max(0, sent - 8)), actorId: manager }] : []),
        ...(state === "draft" ? [{ ...common, kind: "correction_asked" as const, at: ago(sent - 5), actorId: manager }] : []),
      ];
    }),
  );
  await tx.db.insert(profileRemarks).values(
    corrected.flatMap(({ id, sent }, index) =>
      (demonstrationRemarks[index] ?? []).map((remark) => ({
        ...remark,
        requestId: requestOf.get(id) ?? "",
        round: 1,
        authorId: manager,
        createdAt: ago(sent - 5),
      })),
    ),
  );
}

async function managerOf(tx: TxCtx): Promise<string | null> {
  const [row] = await tx.db
    .select({ accountId: accountAddresses.accountId })
    .from(accountAddresses)
    .where(eq(accountAddresses.canonical, "gestionnaire@demo.example"));
  return row?.accountId ?? null;
}
