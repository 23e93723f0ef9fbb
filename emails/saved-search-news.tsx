import { Link, Section, Text } from "react-email";
import { paths } from "@/lib/core/paths";
import { email, fromTrainers, type NoSecrets, trainersApplication } from "./email";
import { Frame } from "./parts/frame";
import * as look from "./parts/look";
import { MailLink, Paragraph } from "./parts/text";

interface Props {
  readonly firstName: string;
  readonly searches: readonly {
    readonly name: string;
    /** Of the address of the search. */
    readonly query: string;
    readonly ads: readonly { readonly number: string; readonly title: string; readonly structure: string }[];
    /** Others, counted. */
    readonly more: number;
  }[];
}

/** Once a day at most: the new ads of the searches that a person keeps (EI-16). */
export const savedSearchNews = email<Props, NoSecrets>({
  subject: (_, { shortName }) => `${trainersApplication} ${shortName} - Nouvelles annonces de vos recherches`,
  from: fromTrainers,
  Body: ({ firstName, searches, institution: { siteUrl }, institution }) => (
    <Frame
      institution={institution}
      application={trainersApplication}
      summary="De nouvelles annonces répondent à vos recherches enregistrées."
      why="Vous recevez ce message parce que vous avez enregistré ces recherches avec une alerte."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>De nouvelles annonces répondent à vos recherches :</Paragraph>
      {searches.map(({ name, query, ads, more }) => (
        <Section key={name}>
          <Text style={look.text}>
            <strong>{name}</strong>
          </Text>
          {ads.map(({ number, title, structure }) => (
            <Text key={number} style={look.text}>
              <Link href={`${siteUrl}${paths.trainers.ad(number)}`} style={look.link}>
                {title}
              </Link>
              <br />
              N° {number}, {structure}
            </Text>
          ))}
          {more > 0 && (
            <Text style={look.text}>
              <Link href={`${siteUrl}${paths.trainers.savedAds(query)}`} style={look.link}>
                Et d’autres : voir toute la recherche
              </Link>
            </Text>
          )}
        </Section>
      ))}
      <Paragraph>Pour changer ou arrêter ces alertes :</Paragraph>
      <MailLink href={`${siteUrl}${paths.trainers.searches()}`}>Voir mes recherches enregistrées</MailLink>
    </Frame>
  ),
  preview: {
    props: {
      firstName: "Camille",
      searches: [
        {
          name: "Finances en Grand Est",
          query: "specialite=A3&region=44",
          ads: [{ number: "0542611003", title: "Élaborer un budget communal", structure: "Délégation Grand Est" }],
          more: 3,
        },
      ],
    },
    secrets: {},
  },
});
