import type { Readable } from "node:stream";
import { createTransport, type Transporter } from "nodemailer";
import { headerLine } from "./header-rules";
import { DeliveryError, type Message, type Sent, type Transport } from "./transport";

export interface SmtpOptions {
  /** "smtps://user:password@host:465" */
  readonly url: string;
  /** Host part of our Message-IDs: the site's own. */
  readonly messageHost: string;
  /** Seconds before a silent server is given up. */
  readonly timeout?: number;
}

/** SMTP through a pool of connections. The Message-ID is made of the mail's identifier, the same at each attempt. */
export function smtpTransport({ url, messageHost, timeout = 60 }: SmtpOptions): Transport {
  const quick = Math.min(timeout, 15) * 1000;
  const pool = createTransport({
    url,
    pool: true,
    maxConnections: 5,
    connectionTimeout: quick,
    greetingTimeout: quick,
    socketTimeout: timeout * 1000,
  });
  const bodies = watchBodies(pool);
  return {
    name: "smtp",
    async send(message, signal) {
      const messageId = `<${message.id}@${messageHost}>`;
      const limit = AbortSignal.timeout(timeout * 1000);
      try {
        await pool.sendMail({ ...content(message), messageId, signal: signal === undefined ? limit : AbortSignal.any([signal, limit]) });
        return { providerId: messageId } satisfies Sent;
      } catch (error) {
        throw classified(error, bodies.wasHandedOver(messageId));
      } finally {
        bodies.forget(messageId);
      }
    },
    close: () => pool.close(),
  };
}

const content = ({ from, replyTo, to, subject, html, text }: Message) => ({
  envelope: { from: from.address, to: [to] },
  from: { name: headerLine(from.name), address: from.address },
  to: { name: "", address: to },
  replyTo,
  subject: headerLine(subject),
  html,
  text,
  headers: { "Auto-Submitted": "auto-generated" },
  disableFileAccess: true,
  disableUrlAccess: true,
});

/**
 * Remembers the stream that each message's bytes are read from. nodemailer reads it after the server's "354" only, and
 * writes the final dot when it ended: a line cut before that end surely delivered nothing, one cut after it perhaps did.
 */
function watchBodies(pool: Transporter) {
  const streams = new Map<string, Readable[]>();
  pool.use("stream", (mail, done) => {
    const { message } = mail;
    const read = message.createReadStream.bind(message);
    message.createReadStream = (options) => {
      const stream = read(options);
      const id = message.messageId();
      streams.set(id, [...(streams.get(id) ?? []), stream]);
      return stream;
    };
    done();
  });
  return {
    wasHandedOver: (id: string) => (streams.get(id) ?? []).some(({ readableEnded }) => readableEnded),
    forget: (id: string) => void streams.delete(id),
  };
}

/** Commands whose refusal is about this mail; the others concern our account or the server. */
const mailCommands = new Set(["RCPT TO", "DATA", "API"]);

function classified(error: unknown, handedOver: boolean): DeliveryError {
  if (!(error instanceof Error)) return new DeliveryError(handedOver ? "uncertain" : "temporary", String(error), { scope: "transport" });
  const { code, command, responseCode } = error as Error & { code?: string; command?: string; responseCode?: number };
  const text = `SMTP ${command ?? ""} ${error.message}`;
  const aboutMail = (code === "EENVELOPE" || code === "EMESSAGE") && mailCommands.has(command ?? "");
  if (responseCode === undefined) {
    if (aboutMail) return new DeliveryError("permanent", text);
    return new DeliveryError(handedOver ? "uncertain" : "temporary", text, { scope: "transport" });
  }
  if (!aboutMail || responseCode === 421) return new DeliveryError("temporary", text, { scope: "transport" });
  return new DeliveryError(responseCode >= 500 ? "permanent" : "temporary", text);
}
