import { email, fromAccount, type NoSecrets } from "./email";
import { Frame } from "./parts/frame";
import { Paragraph } from "./parts/text";

interface Props {
  readonly firstName: string;
  /** As people read it. */
  readonly role: string;
  /** The structure or the local authority it was limited to. */
  readonly scope: string | null;
}

/** To the person who no longer has a role (AD-10). */
export const roleWithdrawn = email<Props, NoSecrets>({
  subject: (_, { shortName }) => `Mon Compte ${shortName} - Un rôle vous a été retiré`,
  from: fromAccount,
  Body: ({ firstName, role, scope, institution }) => (
    <Frame
      institution={institution}
      summary="Votre compte a un rôle de moins."
      why="Vous recevez ce message parce que les droits de votre compte ont changé."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        L’administration de la plateforme vous a retiré le rôle suivant : <strong>{role}</strong>
        {scope === null ? "" : ` (${scope})`}. Les pages que lui seul ouvrait ne vous sont plus accessibles.
      </Paragraph>
      <Paragraph>
        Votre compte et vos autres rôles ne changent pas. Si vous pensez qu’il s’agit d’une erreur, contactez l’assistance.
      </Paragraph>
    </Frame>
  ),
  preview: { props: { firstName: "Camille", role: "Gestionnaire de structure", scope: "Délégation Grand Est" }, secrets: {} },
});
