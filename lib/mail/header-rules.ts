/** One line for a mail header: whatever could end the line, or start another header, becomes a space. */
export const headerLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();

/** A single bare address: no name, no list, no second recipient hidden in comments, quotes or line ends. */
export const isBareAddress = (address: string) =>
  address.length <= 254 && /^[^\s\p{Cc}<>()[\]",;:\\@]+@[^\s\p{Cc}<>()[\]",;:\\@]+$/u.test(address);

/** `"Mon Compte CNFPT" <address>`, quoted so that no character of the name counts as syntax. */
export const namedAddress = (name: string, address: string) => `"${headerLine(name).replace(/["\\]/gu, "\\$&")}" <${address}>`;
