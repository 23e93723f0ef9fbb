"use client";

import { ChoiceList } from "@/components/form/choice-list";
import { FieldGroup } from "@/components/form/field";
import { useField } from "@/components/form/use-field";
import { Disclosure } from "@/components/ui/disclosure";

interface Props {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly groups: readonly {
    readonly key: string;
    readonly title: string;
    readonly choices: readonly { readonly value: string; readonly label: string }[];
  }[];
  readonly chosen: readonly string[];
}

/** A long choice of boxes, all posted under one name, folded by group; a group with a ticked box is open. */
export function GroupedBoxes({ name, label, hint, groups, chosen }: Props) {
  const field = useField({ name, hint });
  const ticked = field.chosen.length > 0 ? field.chosen : field.answered ? [] : chosen;
  return (
    <FieldGroup {...field} id={`${field.id}-group`} label={label} hint={hint}>
      <div>
        {groups.map(({ key, title, choices }, index) => {
          const count = choices.filter(({ value }) => ticked.includes(value)).length;
          return (
            <Disclosure
              key={key}
              title={
                <>
                  {title}
                  {count > 0 && <span className="font-normal text-ink-soft"> ({count})</span>}
                </>
              }
              open={count > 0}
            >
              <ChoiceList
                {...field}
                id={index === 0 ? field.id : `${field.id}-${key}`}
                type="checkbox"
                name={name}
                choices={choices}
                chosen={ticked}
              />
            </Disclosure>
          );
        })}
      </div>
    </FieldGroup>
  );
}
