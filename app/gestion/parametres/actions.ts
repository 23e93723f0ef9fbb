"use server";

import { z } from "zod";
import { plural } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";
import { changeSettings } from "@/lib/settings/change-settings";
import { removeLogo } from "@/lib/settings/logo/remove-logo";
import { resetSetting } from "@/lib/settings/reset-setting";
import { changeSettingsInput, resetSettingInput } from "@/lib/settings/schemas";

export const changeSettingsAction = action({
  name: "setting.change",
  policy: "administrator",
  application: "gestion",
  schema: changeSettingsInput,
  verb: changeSettings,
  then: ({ changed }) => ({
    message: changed === 0 ? "Rien n’a changé." : `${plural(changed, "paramètre enregistré", "paramètres enregistrés")}.`,
    refresh: paths.manage.settings,
  }),
});

export const resetSettingAction = action({
  name: "setting.reset",
  policy: "administrator",
  application: "gestion",
  schema: resetSettingInput,
  verb: resetSetting,
  then: ({ label }) => ({ message: `Valeur par défaut rétablie : ${label}.`, refresh: paths.manage.settings }),
});

export const removeLogoAction = action({
  name: "setting.remove_logo",
  policy: "administrator",
  application: "gestion",
  schema: z.strictObject({}),
  verb: (ctx) => removeLogo(ctx),
  then: () => ({ message: "Le logo est retiré.", refresh: paths.manage.settings }),
});
