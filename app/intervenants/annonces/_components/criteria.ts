import { changeTableState, type TableState } from "@/components/table/table-state";
import type { AdFilters, AdsTable } from "@/components/trainers/ads-table";
import { shortDay } from "@/lib/core/format";
import type { ListedRegion } from "@/lib/references/list-regions";
import type { ListedSpecialty } from "@/lib/references/list-specialties";
import { specialtyOf } from "@/lib/trainers/ads/rules";
import type { AdCriterion } from "@/lib/trainers/ads/vocabulary";

/** One thing asked for, in words, and the search without it. */
export interface Chosen {
  readonly label: string;
  readonly without: TableState<AdsTable>;
}

export interface CriterionNames {
  readonly specialties: ReadonlyMap<string, string>;
  readonly subSpecialties: ReadonlyMap<string, string>;
  readonly regions: ReadonlyMap<string, string>;
  readonly departments: ReadonlyMap<string, string>;
  readonly structures: ReadonlyMap<string, string>;
  /** The region of each department. */
  readonly regionOf: ReadonlyMap<string, string>;
}

export type ListFilter = "specialite" | "sousSpecialite" | "region" | "departement" | "structure";

const criteria: Readonly<
  Record<ListFilter, { readonly criterion: AdCriterion; readonly label: string; readonly names: keyof CriterionNames }>
> = {
  specialite: { criterion: "specialty", label: "Spécialité", names: "specialties" },
  sousSpecialite: { criterion: "subSpecialty", label: "Sous-spécialité", names: "subSpecialties" },
  region: { criterion: "region", label: "Région", names: "regions" },
  departement: { criterion: "department", label: "Département", names: "departments" },
  structure: { criterion: "structure", label: "Structure", names: "structures" },
};
const listFilters = Object.keys(criteria) as ListFilter[];

export const criterionOf = (name: ListFilter): AdCriterion => criteria[name].criterion;

/** The names of everything that can be chosen, by code. */
export function criterionNames(
  specialties: readonly ListedSpecialty[],
  regions: readonly ListedRegion[],
  structures: readonly { readonly id: string; readonly name: string }[],
): CriterionNames {
  const named = (list: readonly { readonly code: string; readonly name: string }[]) => new Map(list.map(({ code, name }) => [code, name]));
  return {
    specialties: named(specialties),
    subSpecialties: named(specialties.flatMap(({ subSpecialties }) => subSpecialties)),
    regions: named(regions),
    departments: named(regions.flatMap(({ departments }) => departments)),
    structures: new Map(structures.map(({ id, name }) => [id, name])),
    regionOf: new Map(regions.flatMap(({ code, departments }) => departments.map((department) => [department.code, code] as const))),
  };
}

/** Everything that is asked for, each with the search that does without it. */
export function chosenOf(state: TableState<AdsTable>, names: CriterionNames): Chosen[] {
  const without = (filters: Partial<AdFilters>) => changeTableState(state, { filters });
  const { q, filters } = state;
  const days = [
    ["du", "À partir du"],
    ["au", "Jusqu’au"],
    ["limite", "Réponse possible le"],
  ] as const;
  return [
    ...(q === "" ? [] : [{ label: `Texte : ${q}`, without: changeTableState(state, { q: "" }) }]),
    ...listFilters.flatMap((name) =>
      filters[name].map((value) => ({
        label: `${criteria[name].label} : ${names[criteria[name].names].get(value) ?? value}`,
        without: without({ ...followersWithout(name, value, filters, names), [name]: filters[name].filter((kept) => kept !== value) }),
      })),
    ),
    ...days.flatMap(([name, label]) =>
      filters[name] === "" ? [] : [{ label: `${label} ${shortDay(filters[name])}`, without: without({ [name]: "" }) }],
    ),
  ];
}

/** What follows a specialty or a region leaves with it. */
function followersWithout(name: ListFilter, value: string, filters: AdFilters, { regionOf }: CriterionNames): Partial<AdFilters> {
  if (name === "specialite") return { sousSpecialite: filters.sousSpecialite.filter((sub) => specialtyOf(sub) !== value) };
  if (name === "region") return { departement: filters.departement.filter((department) => regionOf.get(department) !== value) };
  return {};
}
