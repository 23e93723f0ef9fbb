/** Life of a mail (TR-01). "uncertain": the server may have taken it before the line was cut; never resent by itself. */
export const mailStates = ["queued", "sending", "sent", "failed", "uncertain"] as const;
export type MailState = (typeof mailStates)[number];

export const mailStateLabels = {
  queued: "En attente",
  sending: "Envoi en cours",
  sent: "Envoyé",
  failed: "Échec",
  uncertain: "Envoi incertain",
} as const satisfies Record<MailState, string>;
