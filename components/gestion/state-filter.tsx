import { SelectField } from "@/components/form/select-field";

interface Props<State extends string> {
  /** Of the filter, in the address. */
  readonly name: string;
  readonly states: readonly State[];
  readonly labels: Readonly<Record<State, string>>;
  readonly chosen: State | undefined;
}

/** One of the states of what is listed, or all. */
export const StateFilter = <State extends string>({ name, states, labels, chosen }: Props<State>) => (
  <SelectField
    className="w-full sm:w-44"
    name={name}
    label="État"
    emptyLabel="Tous"
    defaultValue={chosen ?? ""}
    options={states.map((value) => ({ value, label: labels[value] }))}
  />
);
