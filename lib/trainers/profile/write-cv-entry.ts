import { eq, inArray, sql } from "drizzle-orm";
import { cvEntries } from "@/db/schema/cv-library";
import { interventions } from "@/db/schema/interventions";
import { specialties, subSpecialties } from "@/db/schema/references";
import { profileLines, trainerProfiles } from "@/db/schema/trainers";
import type { TxCtx } from "@/lib/core/ctx";
import { fold } from "@/lib/core/text";
import { listOf, textOf } from "./rules";
import { openAnswers } from "./lock-profile";
import type { Answers } from "./vocabulary";

interface Line {
  readonly kind: string;
  readonly answers: Answers;
}
const unique = (values: readonly string[]) => [...new Set(values.filter((value) => value !== ""))].sort();

/** What is searched of a profile, from its answers and lines: pure, so that every rule of it is tested. */
export function entryOf(answers: Answers, lines: readonly Line[]) {
  const of = (kind: string) => lines.filter((line) => line.kind === kind).map((line) => line.answers);
  const specialtyCodes = unique(of("specialty").map((line) => textOf(line, "specialty")));
  const subSpecialtyCodes = unique(of("specialty").map((line) => textOf(line, "subSpecialty")));
  const languages = unique(of("language").map((line) => textOf(line, "language")));
  const regionCodes = unique(listOf(answers, "regions"));
  const departmentCodes = unique(listOf(answers, "departments"));
  const abroad = textOf(answers, "abroad") === "yes";
  const status = textOf(answers, "status");
  const facets = [
    ...specialtyCodes.map((code) => `s:${code}`),
    ...subSpecialtyCodes.map((code) => `u:${code}`),
    ...regionCodes.map((code) => `r:${code}`),
    ...departmentCodes.map((code) => `d:${code}`),
    ...languages.map((language) => `l:${fold(language)}`),
    `t:${status}`,
    ...(abroad ? ["x:abroad"] : []),
  ];
  // Words only: nothing of where the person lives or works is searched.
  const content = [
    ...["motivation", "otherService", "jobTitle", "grade", "service"].map((name) => textOf(answers, name)),
    ...lines
      .filter(({ kind }) => kind !== "language")
      .flatMap((line) => Object.values(line.answers).filter((answer) => typeof answer === "string")),
  ]
    .filter((text) => text !== "")
    .join("\n")
    .slice(0, 200_000);
  return {
    firstName: textOf(answers, "firstName"),
    lastName: textOf(answers, "lastName"),
    status,
    specialtyCodes,
    subSpecialtyCodes,
    regionCodes,
    departmentCodes,
    languages,
    abroad,
    facets,
    alerts: unique(listOf(answers, "alerts")),
    content,
  };
}

/** Writes the row of the CVthèque of a validated profile, in the transaction that validates or changes it (AD-03). */
export async function writeCvEntry(tx: TxCtx, profileId: string): Promise<void> {
  const [profile] = await tx.db.select().from(trainerProfiles).where(eq(trainerProfiles.id, profileId)).for("update");
  if (profile === undefined || profile.state !== "validated" || profile.homeStructureId === null || profile.validatedAt === null) return;
  const [lines, [last]] = await Promise.all([
    tx.db
      .select({ kind: profileLines.kind, answers: profileLines.answers })
      .from(profileLines)
      .where(eq(profileLines.profileId, profileId)),
    tx.db
      .select({ endsOn: sql<string | null>`max(${interventions.endsOn})` })
      .from(interventions)
      .where(eq(interventions.profileId, profileId)),
  ]);
  const entry = entryOf(openAnswers(profile), lines);
  const subjects = await namesOf(tx, entry);
  const row = {
    ...entry,
    content: [...subjects, entry.content].join("\n"),
    facets: [...entry.facets, `o:${profile.homeStructureId}`, ...(profile.immatriculation === null ? [] : ["w:worked"])],
    homeStructureId: profile.homeStructureId,
    validatedAt: profile.validatedAt,
    updatedAt: tx.now,
    lastInterventionOn: last?.endsOn ?? null,
  };
  await tx.db
    .insert(cvEntries)
    .values({ profileId, ...row })
    .onConflictDoUpdate({ target: cvEntries.profileId, set: row });
}

/** Specialties are looked for by their names too. */
async function namesOf(tx: TxCtx, { specialtyCodes, subSpecialtyCodes }: ReturnType<typeof entryOf>): Promise<readonly string[]> {
  const [parents, children] = await Promise.all([
    specialtyCodes.length === 0
      ? []
      : tx.db.select({ name: specialties.name }).from(specialties).where(inArray(specialties.code, specialtyCodes)),
    subSpecialtyCodes.length === 0
      ? []
      : tx.db.select({ name: subSpecialties.name }).from(subSpecialties).where(inArray(subSpecialties.code, subSpecialtyCodes)),
  ]);
  return [...parents, ...children].map(({ name }) => name);
}
