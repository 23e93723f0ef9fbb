/** Means that are added and removed one by one; a person may have one application of codes and several passkeys. */
export const factorKinds = ["totp", "passkey", "recovery_codes"] as const;
export type FactorKind = (typeof factorKinds)[number];

/** As a mail names them, inside a sentence. */
export const factorLabels = {
  totp: "une application de codes",
  passkey: "une clé d’accès",
  recovery_codes: "de nouveaux codes de secours, qui remplacent les précédents",
} as const satisfies Record<FactorKind, string>;
