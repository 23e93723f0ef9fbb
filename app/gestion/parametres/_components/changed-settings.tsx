import { shortDate } from "@/lib/core/format";
import type { SettingGroupSeen } from "@/lib/settings/list-settings";
import { resetSettingAction } from "../actions";
import { ActButton } from "@/components/gestion/act-button";
import { valueLabel } from "./choices";

/** The settings of a group that are not at their default, each with the way back. */
export function ChangedSettings({ version, settings }: SettingGroupSeen) {
  const changed = settings.flatMap(({ changed: change, ...setting }) => (change === null ? [] : [{ ...setting, ...change }]));
  if (changed.length === 0) return null;
  return (
    <div className="mt-6 max-w-xl rounded-lg border border-line bg-surface-raised p-4">
      <h3 className="text-base">Modifiés par rapport à la valeur par défaut</h3>
      <ul className="mt-2 divide-y divide-line">
        {changed.map(({ key, label, initial, at, by }) => (
          <li key={key} className="space-y-2 py-3">
            <p>
              {label}
              <span className="block text-sm text-ink-soft">
                Modifié le {shortDate(at)}
                {by !== null && ` par ${by}`}. Par défaut : {valueLabel(initial)}
              </span>
            </p>
            <ActButton
              action={resetSettingAction}
              fields={{ key, version }}
              variant="secondary"
              size="small"
              label={`Revenir à la valeur par défaut : ${label}`}
              confirm={{
                title: "Revenir à la valeur par défaut ?",
                body: `${label} : la valeur sera de nouveau « ${valueLabel(initial)} ».`,
                confirmLabel: "Revenir à la valeur par défaut",
              }}
            >
              Revenir à la valeur par défaut
            </ActButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
