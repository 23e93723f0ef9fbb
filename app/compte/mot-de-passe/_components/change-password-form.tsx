"use client";

import { Form } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { PasswordChoice } from "@/components/account/password-choice";
import { TextLink } from "@/components/ui/text-link";
import type { PasswordRuleId, PersonNames } from "@/lib/accounts/passwords/rules";
import { paths } from "@/lib/core/paths";
import { changePasswordAction } from "../actions";

interface ChangePasswordFormProps {
  readonly rules: readonly PasswordRuleId[];
  readonly names: PersonNames;
  /** The identifier, so that password managers know which password this is. */
  readonly address: string;
  readonly retour: string;
}

const schema = () => import("@/lib/accounts/passwords/schemas").then((module) => module.changePasswordInput);

export function ChangePasswordForm({ rules, names, address, retour }: ChangePasswordFormProps) {
  return (
    <Form
      action={changePasswordAction}
      schema={schema}
      submitLabel="Enregistrer"
      requiredNote={false}
      resetOnDone
      secondary={<TextLink href={paths.account.forgotten({ courriel: address })}>Mot de passe actuel oublié ?</TextLink>}
    >
      <input type="hidden" name="retour" value={retour} />
      <PasswordField name="current" label="Mot de passe actuel" purpose="current" />
      <PasswordChoice rules={rules} names={names} />
    </Form>
  );
}
