import { EmailField } from "@/components/form/email-field";
import { PasswordField } from "@/components/form/password-field";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { SupportLine } from "@/components/ui/support-line";
import { TextLink } from "@/components/ui/text-link";
import { CenteredPanel } from "@/components/shell/centered-panel";
import { page, titled } from "@/lib/entry/page";
import { SampleShell } from "../_components/sample-shell";

export const metadata = titled("Panneau centré – Système de design");

/** Signing in, as it looks; nothing is sent. */
export default page({ name: "design.panel", policy: "visitor", only: "demonstration" }, () =>
  Promise.resolve(
    <SampleShell signedOut>
      <CenteredPanel
        title="Connexion"
        lead="Un seul compte pour toutes vos applications."
        after={
          <>
            <p>
              Pas encore de compte&nbsp;? <TextLink href="#creer">Créer un compte</TextLink>
            </p>
            <SupportLine phone="01 55 27 44 00" />
          </>
        }
      >
        <div className="space-y-6">
          <Alert>Connectez-vous pour candidater à l’annonce.</Alert>
          <EmailField name="courriel" label="Identifiant" required />
          <PasswordField name="secret" purpose="current" />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <Button>Me connecter</Button>
            <TextLink href="#oublie">Mot de passe oublié&nbsp;?</TextLink>
          </div>
        </div>
      </CenteredPanel>
    </SampleShell>,
  ),
);
