import type { ReactNode } from "react";
import type { AdFilters as Filters } from "@/components/trainers/ads-table";
import { Disclosure } from "@/components/ui/disclosure";
import type { ListedRegion } from "@/lib/references/list-regions";
import type { ListedSpecialty } from "@/lib/references/list-specialties";
import { facetOf, groupOf } from "@/lib/trainers/ads/rules";
import type { AdFacets } from "@/lib/trainers/ads/search-ads";
import { type Choice, FilterChoices } from "./filter-choices";
import { criterionOf, type ListFilter } from "./criteria";
import { FilterDay } from "./filter-fields";

interface Props {
  readonly filters: Filters;
  readonly facets: AdFacets;
  readonly specialties: readonly ListedSpecialty[];
  readonly regions: readonly ListedRegion[];
  readonly structures: readonly { readonly id: string; readonly name: string }[];
}

/** The criteria of a search, folded; sub-specialties follow their specialty and departments their region, once chosen (EI-10). */
export function AdFilters({ filters, facets, specialties, regions, structures }: Props) {
  const common = {
    chosen: (name: ListFilter, value: string) => filters[name].includes(value),
    count: (name: ListFilter, value: string) => {
      const criterion = criterionOf(name);
      return facets[groupOf[criterion]].counts.get(facetOf(criterion, value)) ?? 0;
    },
  };
  const topics = specialties.map(({ code, name, subSpecialties }) => ({
    value: code,
    label: name,
    ...(filters.specialite.includes(code) && { within: { name: "sousSpecialite" as const, choices: subSpecialties.map(coded) } }),
  }));
  const places = regions.map(({ code, name, departments }) => ({
    value: code,
    label: name,
    ...(filters.region.includes(code) && { within: { name: "departement" as const, choices: departments.map(coded) } }),
  }));
  const days = [filters.du, filters.au, filters.limite].filter((day) => day !== "").length;
  return (
    <div className="grid basis-full items-start gap-x-8 sm:grid-cols-2">
      <Criterion title="Spécialités" chosen={filters.specialite.length + filters.sousSpecialite.length} whole={facets.topic.whole}>
        {filters.specialite.length === 0 && <Hint>Cochez une spécialité, puis filtrez : ses sous-spécialités s’ajoutent.</Hint>}
        <FilterChoices name="specialite" label="Spécialités à choisir" choices={topics} {...common} />
      </Criterion>
      <Criterion title="Régions" chosen={filters.region.length + filters.departement.length} whole={facets.place.whole}>
        {filters.region.length === 0 && <Hint>Cochez une région, puis filtrez : ses départements s’ajoutent.</Hint>}
        <FilterChoices name="region" label="Régions à choisir" choices={places} {...common} />
      </Criterion>
      <Criterion title="Structures" chosen={filters.structure.length} whole={facets.structure.whole}>
        <FilterChoices
          name="structure"
          label="Structures à choisir"
          choices={structures.map(({ id, name }) => ({ value: id, label: name }))}
          {...common}
        />
      </Criterion>
      <Criterion title="Dates" chosen={days}>
        <div className="space-y-3">
          <FilterDay name="du" label="Intervention du" value={filters.du} />
          <FilterDay name="au" label="au" value={filters.au} />
          <FilterDay name="limite" label="Réponse possible le" value={filters.limite} />
        </div>
      </Criterion>
    </div>
  );
}

const coded = ({ code, name }: { readonly code: string; readonly name: string }): Choice => ({ value: code, label: name });

interface CriterionProps {
  readonly title: string;
  readonly chosen: number;
  /** The numbers shown are those of all open ads, not of this search. */
  readonly whole?: boolean;
  readonly children: ReactNode;
}

const Criterion = ({ title, chosen, whole = false, children }: CriterionProps) => (
  <Disclosure title={chosen === 0 ? title : `${title} (${chosen})`} className="sm:nth-2:border-t">
    {whole && <Hint>Le nombre est celui de toutes les annonces ouvertes, quels que soient les autres critères.</Hint>}
    {children}
  </Disclosure>
);

const Hint = ({ children }: { readonly children: ReactNode }) => <p className="mb-2 text-sm text-ink-soft">{children}</p>;
