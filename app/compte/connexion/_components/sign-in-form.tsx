"use client";

import { PasskeyButton } from "@/components/account/passkey-button";
import { CheckboxField } from "@/components/form/checkbox-field";
import { EmailField } from "@/components/form/email-field";
import { Form } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/core/paths";
import { passkeySignInAction, requestPasskeySignInAction, signInAction } from "../actions";

const schema = () => import("@/lib/accounts/sign-in/schemas").then((module) => module.signInInput);

export function SignInForm({ address, retour }: { readonly address: string; readonly retour: string }) {
  const passkey = (
    <PasskeyButton request={requestPasskeySignInAction} action={passkeySignInAction} fields={{ retour }} borrowed={["remember"]}>
      Se connecter avec une clé d’accès
    </PasskeyButton>
  );
  return (
    <Form
      action={signInAction}
      schema={schema}
      initialValues={{ address }}
      submitLabel="Connexion"
      requiredNote={false}
      secondary={passkey}
    >
      <input type="hidden" name="retour" value={retour} />
      <EmailField name="address" label="Courriel" required autoComplete="username" />
      <PasswordField name="password" purpose="current" />
      <p>
        <TextLink href={paths.account.forgotten()}>Mot de passe oublié ?</TextLink>
      </p>
      <CheckboxField name="remember" label="Rester connecté 30 jours" hint="Seulement sur un appareil que personne d’autre n’utilise." />
    </Form>
  );
}
