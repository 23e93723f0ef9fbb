import { CheckboxField } from "@/components/form/checkbox-field";
import { DatePickerField } from "@/components/form/date-picker-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { actionLabel, actionSubjectLabel } from "@/lib/audit/action-labels.data";
import type { AuditFilter } from "@/lib/audit/audit-conditions";

/** Fields of the GET form of the audit log. */
export function AuditFilters({ search, actions }: { readonly search: AuditFilter; readonly actions: readonly string[] }) {
  return (
    <>
      <TextField
        className="w-full sm:w-60"
        name="who"
        label="Fait par"
        hint="Nom ou adresse"
        defaultValue={search.who}
        autoComplete="off"
      />
      <TextField
        className="w-full sm:w-60"
        name="whose"
        label="Au sujet de"
        hint="Nom ou adresse"
        defaultValue={search.whose}
        autoComplete="off"
      />
      <SelectField
        className="w-full sm:w-72"
        name="action"
        label="Action"
        emptyLabel="Toutes"
        defaultValue={search.action}
        options={actionOptions(actions, search.action)}
      />
      <DatePickerField name="since" label="Depuis le" defaultValue={search.since} />
      <DatePickerField name="until" label="Jusqu’au" defaultValue={search.until} />
      <CheckboxField name="sensitive" label="Données sensibles seulement" value="yes" defaultChecked={search.sensitive} />
    </>
  );
}

/** The actions that the log holds, under their subject; each subject can also be asked for as a whole. */
function actionOptions(actions: readonly string[], chosen: string) {
  const known = chosen === "" || chosen.endsWith(".") ? actions : [...new Set([...actions, chosen])];
  const subjects = [...new Set(known.map((action) => action.split(".")[0] ?? ""))].sort((one, other) =>
    actionSubjectLabel(one).localeCompare(actionSubjectLabel(other), "fr"),
  );
  return subjects.map((subject) => ({
    label: actionSubjectLabel(subject),
    options: [
      { value: `${subject}.`, label: `${actionSubjectLabel(subject)} : toutes` },
      ...known
        .filter((action) => action.startsWith(`${subject}.`))
        .map((value) => ({ value, label: actionLabel(value) }))
        .sort((one, other) => one.label.localeCompare(other.label, "fr")),
    ],
  }));
}
