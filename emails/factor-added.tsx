import { type FactorKind, factorLabels } from "@/lib/accounts/second-factor/vocabulary";
import { email, fromAccount, type NoSecrets } from "./email";
import { Frame } from "./parts/frame";
import { Paragraph } from "./parts/text";

interface Props {
  readonly firstName: string;
  readonly factor: FactorKind;
  /** The name given to a passkey. */
  readonly name: string | null;
  readonly at: string;
  readonly device: string;
}

/** So that somebody whose account was entered sees it (MC-32). */
export const factorAdded = email<Props, NoSecrets>({
  subject: (_, { shortName }) => `Mon Compte ${shortName} - Votre second facteur a été modifié`,
  from: fromAccount,
  Body: ({ firstName, factor, name, at, device, institution }) => (
    <Frame
      institution={institution}
      summary="Un moyen de vous connecter a été ajouté à votre compte."
      why="Vous recevez ce message parce qu’un réglage de sécurité de votre compte a changé."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        Le {at}, depuis {device}, votre compte a reçu {factorLabels[factor]}
        {name === null ? "" : ` : « ${name} »`}.
      </Paragraph>
      <Paragraph>C’était vous ? Vous n’avez rien à faire.</Paragraph>
      <Paragraph>
        Ce n’était pas vous ? Quelqu’un connaît sans doute votre mot de passe : choisissez-en un nouveau avec « Mot de passe oublié ? », ce
        qui ferme toutes les sessions, puis appelez-nous au {institution.supportPhone}.
      </Paragraph>
    </Frame>
  ),
  preview: {
    props: { firstName: "Camille", factor: "passkey", name: "Téléphone", at: "21/11/2026 à 10:24", device: "Firefox sur Windows" },
    secrets: {},
  },
});
