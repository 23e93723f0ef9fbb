import { isEmailKind } from "@/emails/registry";
import { renderEmail } from "@/emails/render";
import { openText } from "@/lib/core/crypto";
import { env } from "@/lib/core/env";
import type { Institution } from "@/lib/settings/institution";
import { headerLine, isBareAddress } from "./header-rules";
import type { ClaimedMail } from "./outbox";
import { mailContext } from "./queue-mail";
import { DeliveryError, type Message } from "./transport";

/** Opens the links and codes of a mail and renders it. Refuses an address that could hide another recipient. */
export async function composeMessage(mail: ClaimedMail, institution: Institution): Promise<Message> {
  if (!isBareAddress(mail.toAddress)) throw new DeliveryError("permanent", "Not one plain address.");
  // A mail queued by a newer version, during a roll-out: the newer worker will take it.
  if (!isEmailKind(mail.kind)) throw new DeliveryError("temporary", `Unknown kind of mail: ${mail.kind}.`);
  const secrets: Readonly<Record<string, unknown>> = mail.secrets === null ? {} : JSON.parse(openText(mail.secrets, mailContext(mail.id)));
  const { fromName, html, text } = await renderEmail(mail.kind, mail.props, secrets, institution);
  return {
    id: mail.id,
    from: { name: headerLine(fromName), address: env.MAIL_FROM_ADDRESS },
    replyTo: env.MAIL_REPLY_TO,
    to: mail.toAddress,
    subject: headerLine(mail.subject),
    html,
    text,
  };
}
