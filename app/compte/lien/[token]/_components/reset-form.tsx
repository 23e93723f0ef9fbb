"use client";

import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { LinkSign } from "@/components/account/link-sign";
import { PasswordChoice } from "@/components/account/password-choice";
import type { PasswordRuleId } from "@/lib/accounts/passwords/rules";
import { resetPasswordAction } from "../actions";

interface ResetFormProps {
  readonly token: string;
  readonly human: ReactNode;
  readonly rules: readonly PasswordRuleId[];
}

const schema = () => import("@/lib/accounts/passwords/schemas").then((module) => module.resetPasswordInput);

/** The new password of a reset link (MC-20). The person's names are not sent to whoever holds the link. */
export function ResetForm({ token, human, rules }: ResetFormProps) {
  return (
    <Form action={resetPasswordAction} schema={schema} submitLabel="Enregistrer le mot de passe" requiredNote={false}>
      <input type="hidden" name="token" value={token} />
      <PasswordChoice rules={rules} names={null} />
      {human}
      <LinkSign />
    </Form>
  );
}
