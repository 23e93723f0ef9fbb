import { email, fromAccount, type NoSecrets } from "./email";
import { Frame } from "./parts/frame";
import { Paragraph } from "./parts/text";

interface Props {
  readonly firstName: string;
  readonly address: string;
}

/** To an address that no longer counts for an account. */
export const addressWithdrawn = email<Props, NoSecrets>({
  subject: (_, { shortName }) => `Mon Compte ${shortName} - Cette adresse n’est plus liée à votre compte`,
  from: fromAccount,
  Body: ({ firstName, address, institution }) => (
    <Frame
      institution={institution}
      summary="Cette adresse n’est plus liée à un compte."
      why="Vous recevez ce message parce que cette adresse était liée à un compte."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        L’adresse <strong>{address}</strong> n’est plus liée à votre compte : elle ne recevra plus ses messages, et ne permet plus de se
        connecter.
      </Paragraph>
      <Paragraph>Vous ne comprenez pas ce changement ? Appelez l’assistance au {institution.supportPhone}.</Paragraph>
    </Frame>
  ),
  preview: { props: { firstName: "Camille", address: "camille.perso@example.org" }, secrets: {} },
});
