import { specialtiesData } from "@/lib/references/specialties.data";

/** Codes that searches choose from, as the stage's references have them. */
export interface MixChoices {
  readonly regions: readonly string[];
  /** Departments by region. */
  readonly departments: ReadonlyMap<string, readonly string[]>;
  readonly structures: readonly string[];
  /** "2026-11-21" */
  readonly today: string;
}

/** Words of one ad out of two, of one out of a hundred, of some; two at once; slips; and a word of none. */
const texts = [
  "formation",
  "équipe",
  "agents",
  "commune",
  "budget",
  "management",
  "paie",
  "sécurité",
  "accueil du public",
  "marchés publics",
  "protection des données",
  "restauration scolaire",
  "Cachan",
  "Saint-Denis",
  "conduite de réunion",
  "petite enfance",
  "managment",
  "budjet",
  "xylophone",
] as const;

/** Always the same ones, in the same order: a run is compared with another. */
function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The query of the nth search: any criteria together, with words or without, in any order. */
export function mixedQuery(n: number, { regions, departments, structures, today }: MixChoices): string {
  const next = chances(n * 7_919 + 17);
  // The first ones of a seed resemble those of the next.
  for (let skipped = 0; skipped < 4; skipped += 1) next();
  const one = <Item>(items: readonly Item[]): Item[] => items.slice(Math.floor(next() * items.length)).slice(0, 1);
  const some = <Item>(chance: number, items: () => readonly Item[]): Item[] => {
    if (next() > chance) return [];
    return [...one(items()), ...(next() < 0.3 ? one(items()) : [])];
  };
  const day = (least: number, most: number) =>
    new Date(Date.parse(`${today}T12:00:00Z`) + (least + Math.floor(next() * (most - least))) * 86_400_000).toISOString().slice(0, 10);
  const query = new URLSearchParams();
  if (next() < 0.6) query.set("q", one(texts)[0] ?? "");
  const chosen = some(0.45, () => specialtiesData);
  for (const { code } of chosen) query.append("specialite", code);
  const [first] = chosen;
  if (first !== undefined && next() < 0.35) query.set("sousSpecialite", `${first.code}${one([..."ABCDE"])[0] ?? "A"}`);
  const places = some(0.45, () => regions);
  for (const region of places) query.append("region", region);
  if (next() < 0.35) for (const department of one(departments.get(places[0] ?? "") ?? [])) query.set("departement", department);
  for (const structure of some(0.15, () => structures)) query.append("structure", structure);
  if (next() < 0.15) query.set("du", day(20, 200));
  if (next() < 0.15) query.set("au", day(60, 260));
  if (next() < 0.1) query.set("limite", day(0, 55));
  const order = one(["", "", "", "published", "deadline", "start"])[0] ?? "";
  if (order !== "") query.set("sort", order);
  if (order !== "" && next() < 0.5) query.set("dir", "desc");
  return query.toString();
}
