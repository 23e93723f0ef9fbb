import { number } from "@/lib/core/format";
import type { ListFilter } from "./criteria";

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** What follows it: the sub-specialties of a specialty, the departments of a region, once it is chosen. */
  readonly within?: { readonly name: ListFilter; readonly choices: readonly Choice[] };
}

interface Props {
  readonly name: ListFilter;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: (name: ListFilter, value: string) => boolean;
  readonly count: (name: ListFilter, value: string) => number;
}

/** Native boxes of a GET form, each with the number of ads that it would give: the public search sends no script of its own. */
export const FilterChoices = (props: Props) => (
  <div className="max-h-96 overflow-y-auto">
    <Choices {...props} />
  </div>
);

function Choices({ name, label, choices, chosen, count }: Props) {
  return (
    <ul aria-label={label}>
      {choices.map((choice) => (
        <li key={choice.value}>
          <Box {...choice} name={name} isChosen={chosen(name, choice.value)} count={count(name, choice.value)} />
          {choice.within !== undefined && (
            <div className="mb-2 ml-4 border-l-2 border-line pl-3">
              <Choices {...choice.within} label={`Dans ${choice.label}`} chosen={chosen} count={count} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

interface BoxProps {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly isChosen: boolean;
  readonly count: number;
}

const Box = ({ name, value, label, isChosen, count }: BoxProps) => (
  <label className="flex min-h-11 items-center gap-3 py-1 lg:min-h-9">
    <input type="checkbox" name={name} value={value} defaultChecked={isChosen} className="tick" />
    <span className="min-w-0 flex-1 leading-snug">{label}</span>
    <span className="pr-2 text-sm text-ink-soft tabular-nums">
      {number(count)}
      <span className="sr-only"> {count > 1 ? "annonces" : "annonce"}</span>
    </span>
  </label>
);
