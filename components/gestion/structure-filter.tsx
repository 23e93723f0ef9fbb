import { SelectField } from "@/components/form/select-field";

interface Props {
  readonly structures: readonly { readonly id: string; readonly name: string }[];
  readonly chosen?: string | undefined;
}

/** One of the structures that one manages; with a single one there is nothing to choose. */
export const StructureFilter = ({ structures, chosen }: Props) =>
  structures.length > 1 && (
    <SelectField
      className="w-full sm:w-64"
      name="structure"
      label="Structure"
      emptyLabel="Toutes"
      defaultValue={chosen ?? ""}
      options={structures.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
