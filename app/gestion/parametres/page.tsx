import { ConfirmFirst } from "@/components/gestion/confirm-first";
import { Section } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { isFreshlyProved } from "@/lib/accounts/sessions/rules";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { fieldRules } from "@/lib/files/rules";
import { listSettings, type SettingGroupSeen } from "@/lib/settings/list-settings";
import { readLogo } from "@/lib/settings/logo/read-logo";
import { logoLimits } from "@/lib/settings/logo/vocabulary";
import { settingGroupLabels } from "@/lib/settings/settings.data";
import { ChangedSettings } from "./_components/changed-settings";
import { choiceLabels } from "./_components/choices";
import { LogoForm } from "./_components/logo-form";
import { SettingsForm } from "./_components/settings-form";

export const metadata = titled("Paramètres");

/** Every setting by group, with its default (AD-15). */
export default page({ name: "manage.settings", policy: "administrator", application: "gestion" }, async (ctx) => {
  if (ctx.actor.kind !== "account") return null;
  const [groups, logo] = await Promise.all([listSettings(ctx), readLogo(ctx)]);
  const proved = isFreshlyProved(ctx.actor.provedAt, ctx.now);
  return (
    <>
      <PageHeader
        title="Paramètres"
        lead="Un changement vaut dès maintenant pour toute la plateforme. L’ancienne et la nouvelle valeur sont gardées dans le journal."
      />
      {groups.map((group) => (
        <Section key={group.group} id={group.group} title={settingGroupLabels[group.group]}>
          {group.group === "security" && !proved ? (
            <ConfirmBeforeSecurity group={group} />
          ) : (
            <SettingsForm key={group.version} {...group} />
          )}
          {(group.group !== "security" || proved) && <ChangedSettings {...group} />}
          {group.group === "institution" && <LogoForm logo={logo} rules={fieldRules(logoLimits)} />}
        </Section>
      ))}
    </>
  );
});

function ConfirmBeforeSecurity({ group: { settings } }: { readonly group: SettingGroupSeen }) {
  return (
    <div className="space-y-4">
      <DefinitionList
        items={settings.map(({ label, value }) => ({
          term: label,
          value: value === "yes" || value === "no" ? choiceLabels[value] : value,
        }))}
      />
      <ConfirmFirst what="changer ces paramètres" back={paths.manage.settings} />
    </div>
  );
}
