"use client";

import { EmailField } from "@/components/form/email-field";
import { Form } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/core/paths";
import { requestMainChangeAction, requestSecondaryAction } from "../actions";

const schema = () => import("@/lib/accounts/addresses/schemas").then((module) => module.requestAddressInput);

const kinds = {
  main: { action: requestMainChangeAction, label: "Nouvelle adresse principale", name: "Changer d’adresse principale" },
  secondary: { action: requestSecondaryAction, label: "Courriel secondaire", name: "Indiquer un courriel secondaire" },
} as const;

/** Asks for an address, with the password that proves who asks. */
export function AddressForm({ kind }: { readonly kind: keyof typeof kinds }) {
  const { action, label, name } = kinds[kind];
  return (
    <Form
      action={action}
      schema={schema}
      submitLabel="Envoyer le lien de confirmation"
      requiredNote={false}
      label={name}
      secondary={<TextLink href={paths.account.addresses}>Ne rien changer</TextLink>}
    >
      <EmailField name="address" label={label} required autoComplete="email" />
      <PasswordField name="current" label="Mot de passe actuel" purpose="current" hint="Pour vérifier que c’est bien vous." />
    </Form>
  );
}
