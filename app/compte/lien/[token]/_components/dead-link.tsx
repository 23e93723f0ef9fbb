import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/link-button";
import type { MailedLink } from "@/lib/accounts/links/read-link";
import type { LinkPurpose, LinkState } from "@/lib/accounts/links/vocabulary";
import { deadMessage } from "@/lib/accounts/links/vocabulary-texts";
import { paths } from "@/lib/core/paths";

/** Says which of used, expired or replaced it is, and opens a way out with the address kept (MC-07). */
export function DeadLink({ state, link }: { readonly state: LinkState; readonly link: MailedLink | null }) {
  return (
    <>
      <Alert tone={state === "used" ? "info" : "warning"} title={deadMessage(state, link?.voidReason)}>
        {link !== null && explanation(state, link)}
      </Alert>
      <div className="mt-6 flex flex-wrap gap-3">{link === null ? signIn(undefined) : waysOut[link.purpose](link, state)}</div>
    </>
  );
}

const doneTexts: Record<LinkPurpose, string> = {
  confirm_registration: "Votre compte est actif : connectez-vous.",
  reset_password: "Votre mot de passe a été changé : connectez-vous avec le nouveau.",
  prove_secondary: "Cette adresse est confirmée.",
  change_main: "Votre nouvelle adresse est confirmée : connectez-vous avec elle.",
  undo_change: "Votre adresse a été rétablie. Si vous n’avez pas encore choisi de nouveau mot de passe, demandez-en un.",
};

function explanation(state: LinkState, { purpose, address }: MailedLink): string {
  if (state === "used") return doneTexts[purpose];
  if (state === "expired" && purpose === "confirm_registration")
    return `La demande d’inscription de ${address} est annulée et ses données sont effacées. Vous pouvez vous inscrire à nouveau.`;
  if (state === "expired" && purpose === "undo_change") return "Si ce changement d’adresse ne vient pas de vous, appelez l’assistance.";
  return `Adresse concernée : ${address}`;
}

const signIn = (address: string | undefined) => <LinkButton href={paths.account.signIn({ courriel: address })}>Se connecter</LinkButton>;
const newPassword = (address: string) => (
  <LinkButton href={paths.account.forgotten({ courriel: address })}>Choisir un nouveau mot de passe</LinkButton>
);
const addresses = (state: LinkState) => (
  <LinkButton href={paths.account.addresses}>{state === "used" ? "Voir mes adresses" : "Demander un nouveau lien"}</LinkButton>
);

const waysOut: Record<LinkPurpose, (link: MailedLink, state: LinkState) => ReactNode> = {
  confirm_registration: ({ address, subjectId }, state) => {
    if (state === "used") return signIn(address);
    if (state === "expired") return <LinkButton href={paths.account.signUp({ courriel: address })}>M’inscrire à nouveau</LinkButton>;
    return <LinkButton href={paths.account.signUpSent({ demande: subjectId })}>Recevoir un nouveau lien</LinkButton>;
  },
  reset_password: ({ address }, state) =>
    state === "used" ? (
      signIn(address)
    ) : (
      <LinkButton href={paths.account.forgotten({ courriel: address })}>Demander un nouveau lien</LinkButton>
    ),
  prove_secondary: (_, state) => addresses(state),
  change_main: ({ address }, state) => (state === "used" ? signIn(address) : addresses(state)),
  undo_change: ({ address }, state) => (state === "expired" ? signIn(undefined) : newPassword(address)),
};
