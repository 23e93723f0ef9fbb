import type { ReactNode } from "react";
import type { MailedLink } from "@/lib/accounts/links/read-link";
import type { LinkPurpose } from "@/lib/accounts/links/vocabulary";
import type { PasswordRuleId } from "@/lib/accounts/passwords/rules";
import { Alert } from "@/components/ui/alert";
import { ConfirmForm } from "./confirm-form";
import { ResetForm } from "./reset-form";

export interface LinkPanelInput {
  readonly token: string;
  readonly link: MailedLink;
  readonly human: ReactNode;
  /** Rules of the password to choose; empty for the other purposes. */
  readonly rules: readonly PasswordRuleId[];
}

interface LinkPanel {
  readonly title: string;
  readonly lead: (address: string) => ReactNode;
  readonly body: (given: LinkPanelInput) => ReactNode;
}

/** What the page of a mailed link shows, purpose by purpose. */
export const linkPanels = {
  confirm_registration: {
    title: "Confirmer mon inscription",
    lead: (address) => `Adresse à confirmer : ${address}`,
    body: ({ token, human }) => <ConfirmForm token={token} human={human} />,
  },
  reset_password: {
    title: "Choisir un nouveau mot de passe",
    lead: (address) => `Compte ${address}`,
    body: ({ token, human, rules, link }) => (
      <>
        {link.payload["after"] === "undo" && (
          <div className="mb-6">
            <Alert tone="success" title="Votre adresse est rétablie.">
              Tous les appareils ont été déconnectés. Par sécurité, l’ancien mot de passe ne fonctionne plus : choisissez-en un nouveau.
            </Alert>
          </div>
        )}
        {link.payload["after"] === "created" && (
          <div className="mb-6">
            <Alert tone="info" title="Vos identifiants de connexion">
              <p>
                Votre identifiant est cette adresse : enregistrer votre mot de passe la confirme. Vous pourrez en changer ensuite dans Mon
                Compte.
              </p>
            </Alert>
          </div>
        )}
        <ResetForm token={token} human={human} rules={rules} />
      </>
    ),
  },
  prove_secondary: {
    title: "Confirmer votre courriel secondaire",
    lead: (address) => `Adresse à confirmer : ${address}`,
    body: ({ token, human }) => <ConfirmForm token={token} human={human} />,
  },
  change_main: {
    title: "Confirmer votre nouvelle adresse",
    lead: (address) => `Adresse avec laquelle vous vous connecterez désormais : ${address}`,
    body: ({ token, human }) => <ConfirmForm token={token} human={human} />,
  },
  undo_change: {
    title: "Annuler le changement d’adresse",
    lead: (address) => (
      <>
        <p>Adresse à rétablir : {address}</p>
        <p className="mt-2">
          Tous les appareils seront déconnectés et l’ancien mot de passe ne fonctionnera plus. Vous en choisirez un nouveau à la page
          suivante.
        </p>
      </>
    ),
    body: ({ token, human }) => <ConfirmForm token={token} human={human} submitLabel="Annuler le changement" />,
  },
} as const satisfies Record<LinkPurpose, LinkPanel>;
