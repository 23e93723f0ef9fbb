import { email, fromAccount, type NoSecrets } from "./email";
import { Frame } from "./parts/frame";
import { Paragraph } from "./parts/text";

interface Props {
  readonly address: string;
}

/** To an address that has no account: its owner may have one under another address. The screen says nothing of it (MC-20). */
export const resetUnknown = email<Props, NoSecrets>({
  subject: (_, { shortName }) => `Mon Compte ${shortName} - Aucun compte pour cette adresse`,
  from: fromAccount,
  Body: ({ address, institution }) => (
    <Frame
      institution={institution}
      summary="Un nouveau mot de passe a été demandé, mais cette adresse n’a pas de compte."
      why="Vous recevez ce message parce qu’un nouveau mot de passe a été demandé avec cette adresse."
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Un nouveau mot de passe a été demandé pour <strong>{address}</strong>, mais aucun compte n’utilise cette adresse.
      </Paragraph>
      <Paragraph>
        Vous avez peut-être un compte avec une autre adresse, par exemple celle de votre collectivité ou une adresse personnelle :
        recommencez avec celle-ci. Sinon, vous pouvez créer un compte depuis {institution.siteUrl}.
      </Paragraph>
      <Paragraph>Vous n’avez rien demandé ? Ignorez ce message : il ne s’est rien passé d’autre.</Paragraph>
    </Frame>
  ),
  preview: { props: { address: "camille@example.org" }, secrets: {} },
});
