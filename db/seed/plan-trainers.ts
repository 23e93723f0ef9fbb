import type { departments, structures } from "@/db/schema/references";
import type { Answers, LineKind } from "@/lib/trainers/profile/vocabulary";
import { type Career, careers, employers, firstNames, languages, lastNames } from "./demonstration-trainers.data";

export interface TrainersPlan {
  /** By code. */
  readonly structures: readonly (typeof structures.$inferSelect)[];
  readonly departments: readonly (typeof departments.$inferSelect)[];
}

export interface PlannedTrainer {
  readonly civility: "mme" | "m";
  readonly firstName: string;
  readonly lastName: string;
  readonly address: string;
  readonly structureId: string;
  readonly answers: Answers;
  readonly lines: readonly { readonly kind: LineKind; readonly answers: Answers }[];
}

/** Irrational: what varies never repeats from one person to the next, and is the same each time. */
const spread = (index: number, step: number) => (index * step) % 1;
const pick = <Item>(items: readonly Item[], index: number, step: number): Item | undefined =>
  items[Math.floor(spread(index, step) * items.length)];
const plainLetters = (name: string) =>
  name
    .normalize("NFKD")
    .replace(/[^A-Za-z]/gu, "")
    .toLowerCase();
const statuses = ["civil_servant", "self_employed", "contract_agent", "private_employee", "none"] as const;

/** One person of the demonstration: a plausible CV, near the structure that follows them. Without address, one is made of the name. */
export function planTrainer(
  plan: TrainersPlan,
  index: number,
  over: Partial<Pick<PlannedTrainer, "civility" | "firstName" | "lastName" | "address" | "structureId">> = {},
): PlannedTrainer {
  const [civility, firstName] = firstNames[index % firstNames.length] ?? firstNames[0];
  const lastName = over.lastName ?? lastNames[index % lastNames.length] ?? "Durand";
  const person = { civility, firstName, ...over, lastName };
  const chosen = plan.structures.find(({ id }) => id === over.structureId) ?? plan.structures[(index * 7) % plan.structures.length];
  if (chosen === undefined) throw new Error("no structure");
  const career = careers[index % careers.length] ?? careers[0];
  const near = plan.departments.filter(({ regionCode }) => chosen.regionCodes.includes(regionCode));
  return {
    ...person,
    address: over.address ?? `${plainLetters(person.firstName)}.${plainLetters(lastName)}.${index}@demo.example`,
    structureId: chosen.id,
    answers: answersOf(person, index, career, chosen, near),
    lines: linesOf(index, career, chosen.city),
  };
}

type Person = Pick<PlannedTrainer, "civility" | "firstName" | "lastName">;
type Structure = TrainersPlan["structures"][number];

function answersOf(
  { civility, firstName, lastName }: Person,
  index: number,
  career: Career,
  structure: Structure,
  near: TrainersPlan["departments"],
): Answers {
  const status = pick(statuses, index, Math.SQRT2) ?? "none";
  const trained = spread(index, Math.E) < 0.7;
  return {
    civility,
    birthName: lastName,
    lastName,
    firstName,
    bornOn: `${String(1 + (index % 27)).padStart(2, "0")}/${String(1 + (index % 12)).padStart(2, "0")}/${1962 + ((index * 11) % 33)}`,
    nationality: "FR",
    street: `${1 + ((index * 13) % 90)} rue des Tilleuls`,
    country: "FR",
    postcode: structure.postcode,
    city: structure.city,
    // From the ranges that are kept for fiction.
    personalPhone: `01 99 00 ${String(10 + (index % 80))} ${String(10 + ((index * 3) % 80))}`,
    status,
    ...(status === "none" ? { withoutWork: index % 2 === 0 ? "retired" : "unemployed" } : { jobTitle: career.jobTitle }),
    ...(status !== "none" && {
      employerName: `${pick(employers, index, Math.sqrt(3)) ?? "Commune"} de ${structure.city}`,
      employerCountry: "FR",
      employerStreet: "1 place de l’Hôtel-de-Ville",
      employerPostcode: structure.postcode,
      employerCity: structure.city,
    }),
    ...((status === "civil_servant" || status === "contract_agent") && {
      workingTime: "full",
      publicService: "territorial",
      position: "active",
    }),
    ...(status === "private_employee" && { workingTime: "full" }),
    regions: [...structure.regionCodes],
    departments: index % 3 === 0 ? near.slice(0, 2).map(({ code }) => code) : [],
    abroad: index % 9 === 0 ? "yes" : "no",
    homeStructure: structure.id,
    drivingLicence: "yes",
    ownVehicle: index % 4 === 0 ? "no" : "yes",
    trainingTypes: index % 2 === 0 ? ["continuing", "exam"] : ["continuing"],
    audiences: index % 2 === 0 ? ["b", "c"] : ["a", "middle"],
    services: index % 3 === 0 ? ["support", "engineering"] : ["tutoring"],
    methods: ["active", "cases"],
    trained: trained ? "yes" : "no",
    ...(!trained && {
      motivation: "Après plusieurs années de terrain, je souhaite transmettre des méthodes éprouvées, avec des cas réels.",
    }),
    onNetworks: "no",
    alerts: index % 4 === 0 ? ["specialties"] : [],
  };
}

function linesOf(index: number, career: Career, city: string): PlannedTrainer["lines"] {
  const since = 2003 + ((index * 5) % 16);
  const language = pick(languages, index, Math.sqrt(7));
  return [
    {
      kind: "specialty",
      answers: {
        specialty: career.subSpecialty.slice(0, 2),
        subSpecialty: career.subSpecialty,
        expertise: career.expertise,
        motivation: "Je souhaite intervenir auprès d’agents de terrain comme d’encadrants.",
      },
    },
    {
      kind: "experience",
      answers: {
        context: "Formation interne",
        label: career.taught,
        audience: "Agents de collectivités",
        years: `${since + 5}-2025`,
        duration: "2 jours",
        organisations: "Centre de gestion",
      },
    },
    {
      kind: "work",
      answers: { employer: `Collectivité de ${city}`, jobTitle: career.jobTitle, period: `depuis ${since}`, missions: career.missions },
    },
    { kind: "education", answers: { level: "bac5", year: String(since - 2), organisation: "Université", diploma: career.diploma } },
    ...(language !== undefined && index % 2 === 0
      ? ([{ kind: "language", answers: { language, conversation: "good", teaching: "basic", writing: "good" } }] as const)
      : []),
  ];
}
