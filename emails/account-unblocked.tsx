import { paths } from "@/lib/core/paths";
import { email, fromAccount, type NoSecrets } from "./email";
import { Frame } from "./parts/frame";
import { MailLink, Paragraph } from "./parts/text";

interface Props {
  readonly firstName: string;
}

/** To the person who can sign in again (AD-10). */
export const accountUnblocked = email<Props, NoSecrets>({
  subject: (_, { shortName }) => `Mon Compte ${shortName} - Votre compte est de nouveau ouvert`,
  from: fromAccount,
  Body: ({ firstName, institution }) => (
    <Frame
      institution={institution}
      summary="Vous pouvez de nouveau vous connecter."
      why="Vous recevez ce message parce que l’accès à votre compte a changé."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        Votre compte est de nouveau ouvert : vous pouvez vous connecter comme avant, avec la même adresse et le même mot de passe.
      </Paragraph>
      <MailLink href={`${institution.siteUrl}${paths.account.signIn()}`}>Me connecter</MailLink>
      <Paragraph>
        Si vous ne vous souvenez plus de votre mot de passe, choisissez « Mot de passe oublié ? » sur la page de connexion.
      </Paragraph>
    </Frame>
  ),
  preview: { props: { firstName: "Camille" }, secrets: {} },
});
