import type { SelectGroup, SelectOption } from "@/components/form/select-field";

// Native fields of a GET form: the public search sends no script of its own.

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly all: string;
  readonly value: string;
  readonly options: readonly (SelectOption | SelectGroup)[];
}

export function FilterChoice({ name, label, all, value, options }: ChoiceProps) {
  const id = `filtre-${name}`;
  return (
    <div className="w-full min-w-0 space-y-1.5 sm:w-64">
      <label htmlFor={id} className="block w-fit font-semibold">
        {label}
      </label>
      <select id={id} name={name} defaultValue={value} className="control">
        <option value="">{all}</option>
        {options.map((option) =>
          "options" in option ? (
            <optgroup key={option.label} label={option.label}>
              {option.options.map(choiceOf)}
            </optgroup>
          ) : (
            choiceOf(option)
          ),
        )}
      </select>
    </div>
  );
}

const choiceOf = ({ value, label }: SelectOption) => (
  <option key={value} value={value}>
    {label}
  </option>
);

export function FilterDay({ name, label, value }: { readonly name: string; readonly label: string; readonly value: string }) {
  const id = `filtre-${name}`;
  return (
    <div className="w-full space-y-1.5 sm:w-44">
      <label htmlFor={id} className="block w-fit font-semibold">
        {label}
      </label>
      <input id={id} type="date" name={name} defaultValue={value} className="control" />
    </div>
  );
}
