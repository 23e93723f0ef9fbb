import type { ReactNode } from "react";
import type { Institution } from "@/lib/settings/institution";
import { Frame } from "./frame";
import { MailLink, Paragraph } from "./text";

/** What every mail about a request to join the trainers says. */
export interface RequestProps {
  readonly firstName: string;
  /** The structure that studies the request. */
  readonly structure: string;
  readonly url: string;
}

interface Props extends RequestProps {
  readonly institution: Institution;
  readonly summary: string;
  readonly link: string;
  readonly children: ReactNode;
}

export const fromTrainers = ({ shortName }: Institution) => `Espace Intervenants ${shortName}`;

export const RequestFrame = ({ institution, summary, firstName, url, link, children }: Props) => (
  <Frame
    institution={institution}
    summary={summary}
    why="Vous recevez ce message parce que vous avez demandé à rejoindre nos intervenants."
  >
    <Paragraph>Bonjour {firstName},</Paragraph>
    {children}
    <MailLink href={url}>{link}</MailLink>
  </Frame>
);

export const sampleRequest: RequestProps = {
  firstName: "Camille",
  structure: "Délégation Grand Est",
  url: "https://example.org/intervenants/cv",
};
