import { Disclosure } from "@/components/ui/disclosure";
import type { adSearchOf } from "@/components/trainers/ads-table";
import type { ListedRegion } from "@/lib/references/list-regions";
import type { ListedSpecialty } from "@/lib/references/list-specialties";
import { FilterChoice, FilterDay } from "./filter-fields";

interface Props {
  readonly filters: ReturnType<typeof adSearchOf>["state"]["filters"];
  readonly specialties: readonly ListedSpecialty[];
  readonly regions: readonly ListedRegion[];
  readonly structures: readonly { readonly id: string; readonly name: string }[];
}

/** The criteria of a search; sub-specialties follow the specialty and departments the region, once chosen (EI-10). */
export function AdFilters({ filters, specialties, regions, structures }: Props) {
  const { specialite, sousSpecialite, region, departement, structure, du, au, limite } = filters;
  const more = [sousSpecialite, departement, structure, du, au, limite].some((value) => value !== "");
  const specialtiesOf = specialties.filter(({ code }) => specialite === "" || code === specialite);
  const regionsOf = regions.filter(({ code }) => region === "" || code === region);
  return (
    <>
      <FilterChoice
        name="region"
        label="Région"
        all="Toutes les régions"
        value={region}
        options={regions.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <FilterChoice
        name="specialite"
        label="Spécialité"
        all="Toutes les spécialités"
        value={specialite}
        options={specialties.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Disclosure title="Plus de critères" open={more} className="basis-full">
        <div className="flex flex-wrap items-end gap-4">
          <FilterChoice
            name="sousSpecialite"
            label="Sous-spécialité"
            all="Toutes"
            value={sousSpecialite}
            options={specialtiesOf.map(({ name, subSpecialties }) => ({
              label: name,
              options: subSpecialties.map((sub) => ({ value: sub.code, label: sub.name })),
            }))}
          />
          <FilterChoice
            name="departement"
            label="Département"
            all="Tous"
            value={departement}
            options={regionsOf.map(({ name, departments }) => ({
              label: name,
              options: departments.map((department) => ({ value: department.code, label: `${department.code} ${department.name}` })),
            }))}
          />
          <FilterChoice
            name="structure"
            label="Structure"
            all="Toutes"
            value={structure}
            options={structures.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <FilterDay name="du" label="Intervention du" value={du} />
          <FilterDay name="au" label="au" value={au} />
          <FilterDay name="limite" label="Réponse possible le" value={limite} />
        </div>
      </Disclosure>
    </>
  );
}
