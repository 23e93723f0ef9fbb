import { render, toPlainText } from "react-email";
import type { Institution } from "@/lib/settings/institution";
import { type EmailKind, emailOf } from "./registry";

export interface RenderedEmail {
  readonly fromName: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** The names of the links and codes that a mail carries; none: it can be written again at any time. */
export const secretNames = (kind: EmailKind): readonly string[] => Object.keys(emailOf(kind).preview.secrets);

/**
 * Renders a mail in HTML and in plain text. `props` and `secrets` come from the outbox, where `queueMail` wrote them
 * under the types of their kind.
 */
export async function renderEmail(kind: EmailKind, props: object, secrets: object, institution: Institution): Promise<RenderedEmail> {
  const { subject, from, Body } = emailOf(kind);
  const html = await render(<Body {...props} {...secrets} institution={institution} />);
  return { fromName: from(institution), subject: subject(props, institution), html, text: toPlainText(html, { wordwrap: false }) };
}
