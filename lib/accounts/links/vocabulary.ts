/** What a mailed link does once its page is confirmed; every purpose follows the same rule (MC-06). */
export const linkPurposes = ["confirm_registration", "reset_password", "prove_secondary", "change_main", "undo_change"] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** Why a live link stopped working before its end. */
export const voidReasons = ["newer_link", "too_many_codes", "address_changed", "account_blocked", "withdrawn"] as const;
export type VoidReason = (typeof voidReasons)[number];

/** What the page of a link says of it. */
export const linkStates = ["live", "used", "expired", "voided", "unknown"] as const;
export type LinkState = (typeof linkStates)[number];
