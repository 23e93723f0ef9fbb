import { SelectField } from "@/components/form/select-field";

interface Props {
  readonly structures: readonly { readonly id: string; readonly name: string }[];
  /** "own", "all", or one structure. */
  readonly where: string;
  /** The national administration has no structure of its own. */
  readonly everywhere: boolean;
}

const inAddress: Readonly<Record<string, string>> = { own: "", all: "toutes" };

/** One's own structures, one of them all, or everywhere: a manager of any structure may check a dossier (EI-60). */
export const WhereFilter = ({ structures, where, everywhere }: Props) => (
  <SelectField
    className="w-full sm:w-64"
    name="structure"
    label="Structure"
    emptyLabel={everywhere ? "Toutes" : "Mes structures"}
    defaultValue={inAddress[where] ?? where}
    options={[
      ...(everywhere ? [] : [{ value: "toutes", label: "Toutes les structures" }]),
      ...structures.map(({ id, name }) => ({ value: id, label: name })),
    ]}
  />
);
