"use client";

import { CheckboxField } from "@/components/form/checkbox-field";
import { CheckboxGroupField } from "@/components/form/checkbox-group-field";
import { DateField } from "@/components/form/date-field";
import { EmailField } from "@/components/form/email-field";
import { PhoneField } from "@/components/form/phone-field";
import { RadioGroupField } from "@/components/form/radio-group-field";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { isRequired, listOf, type Lists, textOf } from "@/lib/trainers/profile/rules";
import type { FieldSpec } from "@/lib/trainers/profile/field-spec";
import type { Answers } from "@/lib/trainers/profile/vocabulary";

interface Props {
  readonly spec: FieldSpec;
  readonly answers: Answers;
  readonly lists: Lists;
  /** Cannot be changed here, and why. */
  readonly fixed?: string | undefined;
  /** Towns proposed for the postcode typed beside. */
  readonly townsId?: string | undefined;
}

/** One question of the wizard, drawn by its kind. */
export function ProfileField({ spec, answers, lists, fixed, townsId }: Props) {
  const { name, label, kind, autoComplete = "off" } = spec;
  const required = isRequired(spec, answers);
  const hint = fixed ?? spec.hint;
  const common = { name, label, required, disabled: fixed !== undefined, ...(hint !== undefined && { hint }) };
  const choices = choicesOf(spec, answers, lists);
  switch (kind) {
    case "radio":
      return <RadioGroupField {...common} choices={choices} inline={choices.length === 2} />;
    case "select":
      return <SelectField {...common} options={choices} />;
    case "boxes":
      return <CheckboxGroupField {...common} choices={choices} columns={choices.length > 9} />;
    case "box":
      return <CheckboxField {...common} />;
    case "area":
      return <TextAreaField {...common} limit={spec.max ?? 4000} />;
    case "links":
      return <TextAreaField {...common} rows={3} />;
    case "date":
      return <DateField {...common} autoComplete={autoComplete} />;
    case "phone":
      return <PhoneField {...common} autoComplete={autoComplete} />;
    case "mail":
      return <EmailField {...common} autoComplete={autoComplete} />;
    case "postcode":
      return <TextField {...common} autoComplete={autoComplete} width="short" />;
    case "siret":
      return <TextField {...common} autoComplete="off" inputMode="numeric" width="medium" />;
    case "year":
      return <TextField {...common} autoComplete="off" width="medium" />;
    case "city":
      return <TextField {...common} autoComplete={autoComplete} {...(townsId !== undefined && { list: townsId })} />;
    case "text":
      return <TextField {...common} autoComplete={autoComplete} />;
  }
}

/** The choices of a list, those that belong to what was chosen before when they belong to something. */
function choicesOf({ name, choices, source }: FieldSpec, answers: Answers, lists: Lists) {
  if (choices !== undefined) return choices;
  if (source === undefined) return [];
  const listed = lists[source] ?? [];
  if (name === "departments") {
    const regions = listOf(answers, "regions");
    return listed.filter(({ parent }) => parent !== undefined && regions.includes(parent));
  }
  if (name === "subSpecialty") return listed.filter(({ parent }) => parent === textOf(answers, "specialty"));
  return listed;
}
