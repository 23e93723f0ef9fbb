"use client";

import { FieldGroup } from "@/components/form/field";
import { ChoiceList } from "@/components/form/choice-list";
import { useField } from "@/components/form/use-field";
import { Disclosure } from "@/components/ui/disclosure";
import type { SpecialtyChoice } from "./ad-form";

/** Specialties and, under each, its sub-specialties: all posted under one name; a sub-specialty brings its specialty. */
export function SpecialtyBoxes({
  specialties,
  chosen,
}: {
  readonly specialties: readonly SpecialtyChoice[];
  readonly chosen: readonly string[];
}) {
  const hint = "Ouvrez une spécialité pour choisir ses sous-spécialités.";
  const field = useField({ name: "specialties", hint });
  const ticked = field.chosen.length > 0 ? field.chosen : field.answered ? [] : chosen;
  return (
    <FieldGroup {...field} id={`${field.id}-group`} label="Spécialités et sous-spécialités" hint={hint}>
      <div>
        {specialties.map(({ code, name, subSpecialties }, index) => (
          <Disclosure
            key={code}
            title={
              <>
                {name}
                <Ticked count={countOf([code, ...subSpecialties.map((sub) => sub.code)], ticked)} />
              </>
            }
            open={ticked.includes(code)}
          >
            <ChoiceList
              {...field}
              id={index === 0 ? field.id : `${field.id}-${code}`}
              type="checkbox"
              name="specialties"
              choices={[
                { value: code, label: `${name} (toute la spécialité)` },
                ...subSpecialties.map((sub) => ({ value: sub.code, label: sub.name })),
              ]}
              chosen={ticked}
            />
          </Disclosure>
        ))}
      </div>
    </FieldGroup>
  );
}

const countOf = (codes: readonly string[], ticked: readonly string[]) => codes.filter((code) => ticked.includes(code)).length;

function Ticked({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return <span className="font-normal text-ink-soft"> ({count})</span>;
}
