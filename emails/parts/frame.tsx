import type { ReactNode } from "react";
import { Body, Container, Head, Hr, Html, Img, Preview, Section, Text } from "react-email";
import { paths } from "@/lib/core/paths";
import type { Institution } from "@/lib/settings/institution";
import { type Logo, logoOfNow } from "@/lib/settings/logo/vocabulary";
import * as look from "./look";

interface FrameProps {
  readonly institution: Institution;
  /** The line that mailboxes show beside the subject. */
  readonly summary: string;
  readonly children: ReactNode;
  /** Why this person receives it. */
  readonly why: string;
  /** Of which application it speaks. */
  readonly application?: string;
}

/** What every automatic mail has: a calm frame, why it was sent, how to be helped, the data protection block (TR-02). */
export function Frame({ institution, summary, children, why, application = "Mon Compte" }: FrameProps) {
  return (
    <Html lang="fr" dir="ltr">
      <Head />
      <Preview>{summary}</Preview>
      <Body style={look.page}>
        <Container style={look.sheet}>
          {institution.logo !== null && <Brand institution={institution} logo={institution.logo} />}
          <Text style={look.brand}>
            {application} {institution.shortName}
          </Text>
          <Section>{children}</Section>
          <Text style={look.text}>
            Cordialement,
            <br />
            {institution.name}
          </Text>
          <Hr style={look.rule} />
          <Text style={look.small}>
            {why} Ce message est envoyé automatiquement. Une question ? Écrivez à {institution.supportAddress} ou appelez le{" "}
            {institution.supportPhone} ({institution.supportHours}).
          </Text>
          <Text style={look.small}>
            <strong>Information CNIL.</strong> {institution.name} traite vos données pour gérer votre compte et les services que vous
            utilisez. Vous pouvez les consulter, les faire corriger ou effacer, et vous opposer à leur traitement, en écrivant à{" "}
            {institution.dataProtectionAddress}. Vous pouvez aussi adresser une réclamation à la CNIL.
          </Text>
          <Text style={look.small}>{institution.postalAddress}</Text>
        </Container>
      </Body>
    </Html>
  );
}

const most = { width: 240, height: 48 };

/** Where pictures are blocked, the name just below says the same. */
function Brand({ institution: { siteUrl }, logo: { width, height } }: { readonly institution: Institution; readonly logo: Logo }) {
  const scale = Math.min(1, most.width / width, most.height / height);
  return (
    <Img
      src={`${siteUrl}${paths.api.logo(logoOfNow)}`}
      alt=""
      width={Math.round(width * scale)}
      height={Math.round(height * scale)}
      style={look.logo}
    />
  );
}
