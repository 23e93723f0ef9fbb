export const addressKinds = ["main", "secondary"] as const;
export type AddressKind = (typeof addressKinds)[number];

/** What a mail to a person is about: it decides where it goes (addresses-for.ts). */
export const mailTopics = ["password", "addresses", "account"] as const;
export type MailTopic = (typeof mailTopics)[number];

/** Links that prove an address before it counts, as the page of addresses names them. */
export const addressProofs = ["prove_secondary", "change_main"] as const;
export type AddressProof = (typeof addressProofs)[number];
