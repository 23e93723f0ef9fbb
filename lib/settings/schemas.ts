import { z } from "zod";
import { type SettingGroup, settingGroups, settingKeys, settingsTable } from "./settings.data";

/** What the settings of a group were when the form was shown: another one's change in the meantime is noticed. */
const version = z.string().regex(/^[0-9a-z]{1,64}$/u, { error: "Cette page n’est plus à jour : rechargez-la, puis recommencez." });

export const keysOf = (group: SettingGroup) => settingKeys.filter((key) => settingsTable[key].group === group);

/** The form of one group: every setting of it, each by its own rule. */
export const groupInput = (group: SettingGroup) =>
  z.strictObject({ group: z.literal(group), version, ...Object.fromEntries(keysOf(group).map((key) => [key, settingsTable[key].schema])) });

export interface ChangeSettingsInput {
  readonly group: SettingGroup;
  readonly version: string;
  /** New values, by key. */
  readonly values: Readonly<Record<string, string | number>>;
}

const [first, ...others] = settingGroups;
export const changeSettingsInput = z
  .discriminatedUnion("group", [groupInput(first), ...others.map(groupInput)], {
    error: "Cette page n’est plus à jour : rechargez-la, puis recommencez.",
  })
  .transform(({ group, version, ...values }): ChangeSettingsInput => ({ group, version, values: values as ChangeSettingsInput["values"] }));

export const resetSettingInput = z.strictObject({ key: z.enum(settingKeys, { error: "Ce paramètre est inconnu." }), version });
export type ResetSettingInput = z.output<typeof resetSettingInput>;
