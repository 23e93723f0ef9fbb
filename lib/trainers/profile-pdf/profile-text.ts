import type { ChoiceSource, FieldSpec } from "../profile/field-spec";
import { lineTableOf } from "../profile/lines.data";
import { isShown, spoken } from "../profile/rules";
import type { Answers, LineKind } from "../profile/vocabulary";
import { profileParts } from "../review/parts.data";

type Names = Readonly<Record<ChoiceSource, ReadonlyMap<string, string>>>;
interface Line {
  readonly kind: LineKind;
  readonly answers: Answers;
}
export interface Fact {
  readonly term: string;
  readonly value: string;
}
export interface PartText {
  readonly title: string;
  readonly facts: readonly Fact[];
  /** One list of facts for each line of its table. */
  readonly lines: readonly (readonly Fact[])[];
}

/** What was asked and answered, in words; what was not answered is left out. */
export function profileText(answers: Answers, lines: readonly Line[], names: Names): readonly PartText[] {
  return profileParts
    .filter(({ block }) => block === null || isShown(block, answers))
    .map(({ title, block, table }) => ({
      title,
      facts: block === null ? [] : factsOf(block.fields, answers, names),
      lines:
        table === null
          ? []
          : lines
              .filter(({ kind }) => kind === table)
              .map((line) => factsOf(lineTableOf(table).fields, line.answers, names))
              .filter((facts) => facts.length > 0),
    }))
    .filter(({ facts, lines: own }) => facts.length + own.length > 0);
}

const factsOf = (fields: readonly FieldSpec[], answers: Answers, names: Names): readonly Fact[] =>
  fields
    .filter((field) => isShown(field, answers))
    .map((field) => ({ term: field.label, value: spoken(field, answers[field.name] ?? "", (source, code) => names[source].get(code)) }))
    .filter(({ value }) => value !== "");
