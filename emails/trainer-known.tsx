import { paths } from "@/lib/core/paths";
import { email, fromTrainers, type NoSecrets } from "./email";
import { Frame } from "./parts/frame";
import { MailLink, Paragraph } from "./parts/text";

interface Props {
  readonly firstName: string;
  readonly archived: boolean;
}

/** To the address on record, when somebody signs up again with the same identity (EI-22). */
export const trainerKnown = email<Props, NoSecrets>({
  subject: () => "Inscription sur l’Espace intervenants",
  from: fromTrainers,
  Body: ({ firstName, archived, institution }) => (
    <Frame
      institution={institution}
      summary="Une inscription a été demandée avec votre identité ; vous avez déjà un profil."
      why="Vous recevez ce message parce qu’une inscription a été demandée avec vos nom, prénom et date de naissance."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        Une inscription vient d’être demandée dans l’Espace Intervenants avec votre identité et une autre adresse. Vous y avez déjà un
        profil{archived ? ", archivé" : ""} : un second n’est pas créé.
      </Paragraph>
      {archived ? (
        <Paragraph>
          Pour reprendre votre profil, demandez sa réactivation à l’assistance : {institution.supportPhone}, {institution.supportAddress}.
        </Paragraph>
      ) : (
        <>
          <Paragraph>Connectez-vous avec l’adresse à laquelle vous recevez ce message :</Paragraph>
          <MailLink href={`${institution.siteUrl}${paths.account.signIn({ retour: paths.trainers.cv() })}`}>Me connecter</MailLink>
        </>
      )}
      <Paragraph>
        Ce n’était pas vous ? Votre profil n’a pas changé. Si quelqu’un porte la même identité que vous, l’assistance fait la différence.
      </Paragraph>
    </Frame>
  ),
  preview: { props: { firstName: "Camille", archived: false }, secrets: {} },
});
