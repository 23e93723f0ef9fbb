import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { z } from "zod";
import { type UpperAuthorityData, upperAuthoritiesData } from "../upper-authorities.data";
import { type AuthorityKind, type RegionZone, regionZones } from "../vocabulary";
import { intercommunalityName, typographic } from "./names";

/** What we read of the package's files; another shape is an error before anything is written. */
const officialRegions = z.array(z.object({ code: z.string(), nom: z.string(), zone: z.enum(regionZones) }));
const officialDepartments = z.array(z.object({ code: z.string(), nom: z.string(), region: z.string() }));
const officialCommunes = z.array(
  z.object({
    code: z.string(),
    nom: z.string(),
    type: z.string(),
    departement: z.string(),
    region: z.string(),
    siren: z.string().nullable().default(null),
    codesPostaux: z.array(z.string()).default([]),
    population: z.number().default(0),
  }),
);
const officialIntercommunalities = z.array(
  z.object({ code: z.string(), nom: z.string(), populationMunicipale: z.number(), membres: z.array(z.object({ code: z.string() })) }),
);

type OfficialCommune = z.output<typeof officialCommunes>[number];
type OfficialIntercommunality = z.output<typeof officialIntercommunalities>[number];

export interface AuthorityRow {
  readonly kind: AuthorityKind;
  readonly name: string;
  readonly siren: string;
  readonly code: string | null;
  readonly departmentCode: string | null;
  readonly regionCode: string | null;
  readonly population: number;
  readonly postcodes: readonly string[];
}

/** The official divisions of France, as rows of our tables. */
export interface Divisions {
  readonly regions: readonly { code: string; name: string; zone: RegionZone }[];
  readonly departments: readonly { code: string; name: string; regionCode: string }[];
  readonly communes: readonly { code: string; name: string; departmentCode: string; population: number }[];
  readonly postcodes: readonly { postcode: string; communeCode: string }[];
  readonly authorities: readonly AuthorityRow[];
}

const packageFolder = () => dirname(createRequire(import.meta.url).resolve("@etalab/decoupage-administratif/package.json"));

async function readJson<Schema extends z.ZodType>(schema: Schema, ...path: string[]): Promise<z.output<Schema>> {
  return schema.parse(JSON.parse(await readFile(join(packageFolder(), ...path), "utf8")));
}

/** Version of the package installed, "6.0.0". */
export const divisionsVersion = async (): Promise<string> => (await readJson(z.object({ version: z.string() }), "package.json")).version;

/** Reads regions, departments, present communes and intercommunalities from the npm package. */
export async function readDivisions(): Promise<Divisions> {
  const [regions, departments, places, groups] = await Promise.all([
    readJson(officialRegions, "data", "regions.json"),
    readJson(officialDepartments, "data", "departements.json"),
    readJson(officialCommunes, "data", "communes.json"),
    readJson(officialIntercommunalities, "data", "epci.json"),
  ]);
  const present = places.filter(({ type }) => type === "commune-actuelle");
  const byCode = new Map(present.map((commune) => [commune.code, commune]));
  const regionOf = new Map(departments.map(({ code, region }) => [code, region]));
  return {
    regions: regions.map(({ code, nom, zone }) => ({ code, name: typographic(nom), zone })),
    departments: departments.map(({ code, nom, region }) => ({ code, name: typographic(nom), regionCode: region })),
    communes: present.map(({ code, nom, departement, population }) => ({
      code,
      name: typographic(nom),
      departmentCode: departement,
      population,
    })),
    postcodes: present.flatMap(({ code, codesPostaux }) => codesPostaux.map((postcode) => ({ postcode, communeCode: code }))),
    authorities: [
      ...present.flatMap(communeAuthority),
      ...groups.map((group) => intercommunality(group, byCode)),
      ...upperAuthoritiesData.map((upper) => upperAuthority(upper, present, regionOf)),
    ],
  };
}

/** A commune without SIREN (overseas territories, mostly) cannot be told from another in other registers: left out. */
function communeAuthority({ code, nom, siren, departement, region, population, codesPostaux }: OfficialCommune): AuthorityRow[] {
  if (siren === null) return [];
  return [
    {
      kind: "commune",
      name: typographic(nom),
      siren,
      code,
      departmentCode: departement,
      regionCode: region,
      population,
      postcodes: codesPostaux,
    },
  ];
}

/** Placed in the department of its largest commune. */
function intercommunality(
  { code, nom, populationMunicipale, membres }: OfficialIntercommunality,
  communes: ReadonlyMap<string, OfficialCommune>,
): AuthorityRow {
  const members = membres.map((member) => communes.get(member.code)).filter((commune) => commune !== undefined);
  const largest = members.toSorted((one, other) => other.population - one.population)[0];
  return {
    kind: "intercommunality",
    name: intercommunalityName(nom),
    siren: code,
    code: null,
    departmentCode: largest?.departement ?? null,
    regionCode: largest?.region ?? null,
    population: populationMunicipale,
    postcodes: [...new Set(members.flatMap(({ codesPostaux }) => codesPostaux))].toSorted(),
  };
}

function upperAuthority(
  { kind, code, name, siren }: UpperAuthorityData,
  communes: readonly OfficialCommune[],
  regionOf: ReadonlyMap<string, string>,
): AuthorityRow {
  const departments = code === "67A" ? ["67", "68"] : [code];
  const inside = (commune: OfficialCommune) => (kind === "region" ? commune.region === code : departments.includes(commune.departement));
  const population = communes.reduce((total, commune) => total + (inside(commune) ? commune.population : 0), 0);
  const departmentCode = kind === "department" ? (departments[0] ?? null) : null;
  return {
    kind,
    name,
    siren,
    code,
    departmentCode,
    regionCode: kind === "region" ? code : (regionOf.get(departments[0] ?? "") ?? null),
    population,
    postcodes: [],
  };
}
