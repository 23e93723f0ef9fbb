import { plural } from "@/lib/core/format";
import { email, fromAccount, type NoSecrets } from "./email";
import { Frame } from "./parts/frame";
import { Paragraph } from "./parts/text";

interface Props {
  readonly firstName: string;
  /** How many unused codes remain. */
  readonly left: number;
  readonly at: string;
  readonly device: string;
}

export const recoveryCodeUsed = email<Props, NoSecrets>({
  subject: (_, { shortName }) => `Mon Compte ${shortName} - Un code de secours a servi`,
  from: fromAccount,
  Body: ({ firstName, left, at, device, institution }) => (
    <Frame
      institution={institution}
      summary="Une connexion à votre compte a utilisé un code de secours."
      why="Vous recevez ce message parce qu’un code de secours de votre compte a servi."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        Le {at}, depuis {device}, une connexion à votre compte a utilisé l’un de vos codes de secours. Il vous en reste{" "}
        {plural(left, "code")}
        {left <= 3 ? " : pensez à en créer de nouveaux, page « Second facteur » de votre compte" : ""}.
      </Paragraph>
      <Paragraph>C’était vous ? Vous n’avez rien à faire.</Paragraph>
      <Paragraph>
        Ce n’était pas vous ? Quelqu’un connaît votre mot de passe et vos codes : choisissez un nouveau mot de passe avec « Mot de passe
        oublié ? », ce qui ferme toutes les sessions, puis appelez-nous au {institution.supportPhone}.
      </Paragraph>
    </Frame>
  ),
  preview: { props: { firstName: "Camille", left: 3, at: "21/11/2026 à 10:24", device: "Firefox sur Windows" }, secrets: {} },
});
