/** The three buttons of the consent screen (MC-13). "once" is written down but never found again. */
export const consentModes = ["always", "once", "refused"] as const;
export const consentEnds = ["withdrawn", "unused", "replaced", "account_closed"] as const;
