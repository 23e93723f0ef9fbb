import type { LinkState, VoidReason } from "./vocabulary";

/** What a page says of a link that no longer works, each case with its way out (MC-07). */
export const stateMessages = {
  live: "Ce lien est valable.",
  used: "Ce lien a déjà été utilisé : il n’est valable qu’une fois.",
  expired: "Ce lien n’est plus valable : son délai est passé.",
  voided: "Ce lien ne fonctionne plus : un lien plus récent l’a remplacé. Ouvrez le dernier courriel reçu.",
  unknown: "Ce lien est inconnu. Vérifiez que l’adresse a été copiée en entier, ou demandez un nouveau lien.",
} as const satisfies Record<LinkState, string>;

const voidMessages = {
  newer_link: stateMessages.voided,
  too_many_codes: "Ce lien ne fonctionne plus : trop de codes faux ont été saisis. Demandez un nouveau lien.",
  address_changed: "Ce lien ne fonctionne plus : l’adresse du compte a changé depuis son envoi.",
  account_blocked:
    "Ce lien ne fonctionne plus : le compte a été bloqué depuis son envoi. Demandez-en un nouveau, ou contactez l’assistance.",
  withdrawn: "Ce lien ne fonctionne plus : la demande a été annulée, ou le mot de passe a changé depuis.",
} as const satisfies Record<VoidReason, string>;

/** The same, with why a link was voided when that is known. */
export const deadMessage = (state: LinkState, voidReason: VoidReason | null | undefined): string =>
  state === "voided" ? voidMessages[voidReason ?? "newer_link"] : stateMessages[state];
