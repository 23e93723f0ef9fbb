const longest = 2000;
const mail = /^mailto:[^\s@<>"'()\\?]{1,64}@[\w.-]{1,190}(?:\?subject=[\w%.~-]{0,200})?$/iu;
const phone = /^tel:\+?[\d.-]{3,20}$/iu;
const inside = /^[/#](?![/\\])[\x21-\x7e]*$/u;

/**
 * A link that may be followed, in the form it is kept in; null for anything else. Web, mail and telephone addresses,
 * and those of this site: an allow-list, so that no disguise of a script has to be thought of.
 */
export function safeHref(given: unknown): string | null {
  if (typeof given !== "string" || given.length > longest || !given.isWellFormed()) return null;
  const href = given.trim().replaceAll("(", "%28").replaceAll(")", "%29");
  if (mail.test(href) || phone.test(href)) return href;
  if (inside.test(href)) return href.includes("\\") ? null : href;
  if (!/^https?:\/\/[^\s\\]+$/iu.test(href) || !URL.canParse(href)) return null;
  const { protocol, hostname, username, password, href: whole } = new URL(href);
  if ((protocol !== "https:" && protocol !== "http:") || !hostname.includes(".") || username !== "" || password !== "") return null;
  return whole;
}

/** Leads to another site, by the web. */
export const isOutside = (href: string): boolean => /^https?:/iu.test(href);
