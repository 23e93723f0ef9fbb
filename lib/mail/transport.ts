import type { Db } from "@/lib/core/ctx";

/** How a mail leaves; chosen by the configuration (choose-transport.ts). */
export const transportNames = ["resend", "smtp", "local"] as const;
export type TransportName = (typeof transportNames)[number];

/**
 * For how long, in seconds, the same mail may be handed over again without reaching the person twice.
 * Resend remembers an idempotency key for 24 hours (one hour is kept as a margin), SMTP remembers nothing,
 * and the local mailbox is written by the transaction that marks the mail sent.
 */
export const repeatableFor: Readonly<Record<TransportName, number>> = { resend: 23 * 3600, smtp: 0, local: Number.POSITIVE_INFINITY };

export interface Sender {
  readonly name: string;
  readonly address: string;
}

/** A mail ready to leave. `id` identifies it for ever: idempotency key, Message-ID. */
export interface Message {
  readonly id: string;
  readonly from: Sender;
  readonly replyTo: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export interface Sent {
  readonly providerId: string | null;
  /** Written in the transaction that marks the mail sent. */
  readonly alongside?: (db: Db, at: Date) => Promise<void>;
}

export interface Transport {
  readonly name: TransportName;
  /** Resolves once the next server has taken the message. Throws a DeliveryError otherwise. */
  send(message: Message, signal?: AbortSignal): Promise<Sent>;
  close(): void;
}

/**
 * "temporary": surely not taken, try again. "permanent": surely not taken, and never will be.
 * "uncertain": the line was cut before the answer, so it may have been taken.
 */
export type DeliveryOutcome = "temporary" | "permanent" | "uncertain";

export interface DeliveryFault {
  /** "transport": nobody's mail passes at the moment; "mail": this one only. */
  readonly scope: "mail" | "transport";
  /** Seconds that the server asks us to wait. */
  readonly retryAfter?: number;
  /** The provider says that it already took a message under this identity: not to be repeated. */
  readonly taken?: boolean;
}

export class DeliveryError extends Error {
  override readonly name = "DeliveryError";
  constructor(
    readonly outcome: DeliveryOutcome,
    message: string,
    readonly fault: DeliveryFault = { scope: "mail" },
  ) {
    super(message);
  }
}
