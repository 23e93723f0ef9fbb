import { type ErrorResponse, Resend } from "resend";
import { namedAddress } from "./header-rules";
import { DeliveryError, type Message, type Sent, type Transport } from "./transport";

export interface ResendOptions {
  readonly apiKey: string;
  /** For tests and relays; Resend's own address when absent. */
  readonly baseUrl?: string | undefined;
  /** Seconds before an unanswered call counts as uncertain. */
  readonly timeout?: number;
}

/** Resend over HTTPS. The mail's identifier is the idempotency key: within 24 hours a repeat sends nothing twice. */
export function resendTransport({ apiKey, baseUrl, timeout = 30 }: ResendOptions): Transport {
  const resend = new Resend(apiKey, baseUrl === undefined ? {} : { baseUrl });
  return {
    name: "resend",
    async send(message, signal) {
      const limit = AbortSignal.timeout(timeout * 1000);
      const { data, error, headers } = await resend.emails.send(payload(message), {
        idempotencyKey: message.id,
        signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
      });
      if (error !== null) throw classified(error, headers);
      return { providerId: data.id } satisfies Sent;
    },
    close: () => {},
  };
}

const payload = ({ from, replyTo, to, subject, html, text }: Message) => ({
  from: namedAddress(from.name, from.address),
  to: [to],
  replyTo,
  subject,
  html,
  text,
  headers: { "Auto-Submitted": "auto-generated" },
});

/** Refusals that say something of this mail; any other is about the account, its quota or the service. */
const mailStatuses = new Set([400, 413, 422]);
/** A relay in front of the service gave up: the service itself may have gone on. */
const unansweredStatuses = new Set([408, 502, 504]);

function classified({ name, message, statusCode }: ErrorResponse, headers: Record<string, string> | null): DeliveryError {
  const text = `Resend ${statusCode ?? "did not answer"}: ${name}, ${message}`;
  if (name === "invalid_idempotent_request") return new DeliveryError("uncertain", text, { scope: "mail", taken: true });
  if (name === "concurrent_idempotent_requests") return new DeliveryError("temporary", text, { scope: "mail" });
  if (statusCode === null || unansweredStatuses.has(statusCode)) return new DeliveryError("uncertain", text, { scope: "transport" });
  if (mailStatuses.has(statusCode) && name !== "invalid_from_address") return new DeliveryError("permanent", text);
  return new DeliveryError("temporary", text, { scope: "transport", retryAfter: secondsIn(headers?.["retry-after"]) });
}

const secondsIn = (header: string | undefined) => (header !== undefined && /^\d{1,6}$/u.test(header) ? Number(header) : 0);
