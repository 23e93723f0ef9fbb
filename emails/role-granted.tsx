import { paths } from "@/lib/core/paths";
import { email, fromAccount, type NoSecrets } from "./email";
import { Frame } from "./parts/frame";
import { MailLink, Paragraph } from "./parts/text";

interface Props {
  readonly firstName: string;
  /** As people read it. */
  readonly role: string;
  /** The structure or the local authority it is limited to. */
  readonly scope: string | null;
}

/** To the person who receives a role (AD-10). */
export const roleGranted = email<Props, NoSecrets>({
  subject: (_, { shortName }) => `Mon Compte ${shortName} - Un rôle vous a été donné`,
  from: fromAccount,
  Body: ({ firstName, role, scope, institution }) => (
    <Frame
      institution={institution}
      summary="Votre compte a un rôle de plus."
      why="Vous recevez ce message parce que les droits de votre compte ont changé."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        L’administration de la plateforme vous a donné le rôle suivant : <strong>{role}</strong>
        {scope === null ? "" : ` (${scope})`}.
      </Paragraph>
      <Paragraph>
        Il est actif dès maintenant. À la première ouverture, un second facteur ou un mot de passe plus long peuvent vous être demandés.
      </Paragraph>
      <MailLink href={`${institution.siteUrl}${paths.applications}`}>Ouvrir mes applications</MailLink>
      <Paragraph>Vous ne vous y attendiez pas ? Prévenez l’assistance.</Paragraph>
    </Frame>
  ),
  preview: { props: { firstName: "Camille", role: "Gestionnaire de structure", scope: "Délégation Grand Est" }, secrets: {} },
});
