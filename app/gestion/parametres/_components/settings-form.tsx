"use client";

import { Form } from "@/components/form/form";
import { RadioGroupField } from "@/components/form/radio-group-field";
import { TextField } from "@/components/form/text-field";
import { toast } from "@/components/ui/announce";
import type { SettingGroupSeen, SettingSeen } from "@/lib/settings/list-settings";
import { settingGroupLabels } from "@/lib/settings/settings.data";
import { changeSettingsAction } from "../actions";
import { choiceLabels, valueLabel } from "./choices";

const schema = () => import("@/lib/settings/schemas").then((module) => module.changeSettingsInput);
const choices = Object.entries(choiceLabels).map(([value, label]) => ({ value, label }));

/**
 * The settings of one group. The version posted is that of the values shown: two people do not undo each other's work.
 * The page gives each version a form of its own, which shows what is in force rather than what was typed before.
 */
export function SettingsForm({ group, version, settings }: SettingGroupSeen) {
  return (
    <Form
      id={group}
      label={settingGroupLabels[group]}
      action={changeSettingsAction}
      schema={schema}
      submitLabel="Enregistrer"
      warnBeforeLeaving
      onDone={(_data, message) => {
        toast(message);
      }}
    >
      <input type="hidden" name="group" value={group} />
      <input type="hidden" name="version" value={version} />
      {settings.map((setting) => (
        <SettingField key={setting.key} setting={setting} />
      ))}
    </Form>
  );
}

function SettingField({ setting: { key: name, label, kind, value, initial } }: { readonly setting: SettingSeen }) {
  const common = {
    name,
    label,
    required: true,
    hint: value === initial ? "Valeur par défaut" : `Par défaut : ${valueLabel(initial)}`,
    defaultValue: String(value),
  };
  if (kind === "choice") return <RadioGroupField {...common} choices={choices} inline />;
  return kind === "number" ? (
    <TextField {...common} width="short" inputMode="numeric" autoComplete="off" />
  ) : (
    <TextField {...common} autoComplete="off" />
  );
}
