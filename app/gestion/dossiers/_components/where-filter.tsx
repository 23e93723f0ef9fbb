import { SelectField } from "@/components/form/select-field";

interface Props {
  readonly structures: readonly { readonly id: string; readonly name: string }[];
  /** As the address has it. */
  readonly chosen: string;
  /** The national administration has no structure of its own. */
  readonly everywhere: boolean;
}

/** One's own structures, one of them all, or everywhere: a manager of any structure may check a dossier (EI-60). */
export const WhereFilter = ({ structures, chosen, everywhere }: Props) => (
  <SelectField
    className="w-full sm:w-64"
    name="structure"
    label="Structure"
    emptyLabel={everywhere ? "Toutes" : "Mes structures"}
    defaultValue={chosen}
    options={[
      ...(everywhere ? [] : [{ value: "toutes", label: "Toutes les structures" }]),
      ...structures.map(({ id, name }) => ({ value: id, label: name })),
    ]}
  />
);
