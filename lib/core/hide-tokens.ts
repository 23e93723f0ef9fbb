/** The token of a mailed link stands in its address: no log, trace or metric shows it. */
export const hideTokens = (text: string): string => text.replace(/\/compte\/lien\/[^/?#\s"]+/gu, "/compte/lien/[token]");

/** An address as it may be noted: without what follows "?", where people's searches and addresses stand. */
export const pathToShow = (address: string): string => hideTokens(address.split(/[?#]/u)[0] ?? "");
