import type { ReactNode } from "react";
import { SelectField } from "@/components/form/select-field";
import type { CvsState } from "@/components/gestion/cvs-table";
import { Disclosure } from "@/components/ui/disclosure";
import { type Status, statuses, statusLabels } from "@/lib/trainers/profile/vocabulary";

interface Coded {
  readonly code: string;
  readonly name: string;
}
interface Props {
  readonly filters: CvsState["filters"];
  readonly specialties: readonly (Coded & { readonly subSpecialties: readonly Coded[] })[];
  readonly regions: readonly (Coded & { readonly departments: readonly Coded[] })[];
  readonly structures: readonly { readonly id: string; readonly name: string }[];
}

/** The criteria of the CVthèque, folded; what follows a specialty or a region comes once that is chosen. */
export function CvFilters({ filters, specialties, regions, structures }: Props) {
  const { specialite, sousSpecialite, region, departement, structure, statut, langue, etranger, intervenu, du, au } = filters;
  return (
    <div className="grid basis-full items-start gap-x-6 lg:grid-cols-4">
      <Criterion title="Spécialités" chosen={specialite.length + sousSpecialite.length}>
        {specialite.length === 0 && <Hint>Cochez une spécialité, puis filtrez : ses sous-spécialités s’ajoutent.</Hint>}
        <Boxes name="specialite" label="Spécialités" chosen={specialite} choices={specialties.map(choiceOf)}>
          {(code) => {
            const parent = specialties.find((known) => known.code === code);
            return (
              parent !== undefined && (
                <Boxes
                  name="sousSpecialite"
                  label={`Dans ${parent.name}`}
                  chosen={sousSpecialite}
                  choices={parent.subSpecialties.map(choiceOf)}
                />
              )
            );
          }}
        </Boxes>
      </Criterion>
      <Criterion title="Régions et départements" chosen={region.length + departement.length}>
        {region.length === 0 && <Hint>Cochez une région, puis filtrez : ses départements s’ajoutent.</Hint>}
        <Boxes name="region" label="Régions" chosen={region} choices={regions.map(choiceOf)}>
          {(code) => {
            const parent = regions.find((known) => known.code === code);
            return (
              parent !== undefined && (
                <Boxes name="departement" label={`Dans ${parent.name}`} chosen={departement} choices={parent.departments.map(choiceOf)} />
              )
            );
          }}
        </Boxes>
      </Criterion>
      <Criterion title="Structures et statuts" chosen={structure.length + statut.length}>
        <Boxes
          name="statut"
          label="Statuts"
          chosen={statut}
          choices={statuses.map((value: Status) => ({ value, label: statusLabels[value] }))}
        />
        <p className="mt-3 mb-1 font-semibold">Structure de rattachement</p>
        <Boxes
          name="structure"
          label="Structures"
          chosen={structure}
          choices={structures.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Criterion>
      <Criterion
        title="Disponibilité et langues"
        chosen={[langue, du, au].filter((text) => text !== "").length + etranger.length + intervenu.length}
      >
        <div className="space-y-3">
          <Day name="du" label="Disponible du" value={du} />
          <Day name="au" label="au" value={au} />
          <div className="space-y-1.5">
            <label htmlFor="filtre-langue" className="block w-fit font-semibold">
              Langue
            </label>
            <input id="filtre-langue" name="langue" defaultValue={langue} className="control" autoComplete="off" />
          </div>
          <SelectField
            name="intervenu"
            label="Déjà intervenu pour nous"
            emptyLabel="Peu importe"
            defaultValue={intervenu.length === 1 ? (intervenu[0] ?? "") : ""}
            options={[
              { value: "oui", label: "Oui" },
              { value: "non", label: "Non" },
            ]}
          />
          <Box name="etranger" value="oui" label="Disponible à l’étranger" checked={etranger.length > 0} />
        </div>
      </Criterion>
    </div>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}
const choiceOf = ({ code, name }: Coded): Choice => ({ value: code, label: name });

interface BoxesProps {
  readonly name: string;
  readonly label: string;
  readonly chosen: readonly string[];
  readonly choices: readonly Choice[];
  /** What follows a choice, once it is made. */
  readonly children?: (value: string) => ReactNode;
}

const Boxes = ({ name, label, chosen, choices, children }: BoxesProps) => (
  <ul aria-label={label} className="max-h-96 overflow-y-auto">
    {choices.map(({ value, label: text }) => (
      <li key={value}>
        <Box name={name} value={value} label={text} checked={chosen.includes(value)} />
        {chosen.includes(value) && children !== undefined && <div className="mb-2 ml-4 border-l-2 border-line pl-3">{children(value)}</div>}
      </li>
    ))}
  </ul>
);

interface BoxProps extends Choice {
  readonly name: string;
  readonly checked: boolean;
}
const Box = ({ name, value, label, checked }: BoxProps) => (
  <label className="flex min-h-11 items-center gap-3 py-1 lg:min-h-9">
    <input type="checkbox" name={name} value={value} defaultChecked={checked} className="tick" />
    <span className="min-w-0 flex-1 leading-snug">{label}</span>
  </label>
);

const Day = ({ name, label, value }: { readonly name: string; readonly label: string; readonly value: string }) => (
  <div className="space-y-1.5">
    <label htmlFor={`filtre-${name}`} className="block w-fit font-semibold">
      {label}
    </label>
    <input id={`filtre-${name}`} type="date" name={name} defaultValue={value} className="control" />
  </div>
);

const Criterion = ({ title, chosen, children }: { readonly title: string; readonly chosen: number; readonly children: ReactNode }) => (
  <Disclosure title={chosen === 0 ? title : `${title} (${chosen})`} className="lg:border-t">
    {children}
  </Disclosure>
);

const Hint = ({ children }: { readonly children: ReactNode }) => <p className="mb-2 text-sm text-ink-soft">{children}</p>;
