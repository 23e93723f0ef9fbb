const localPart = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/u;

/**
 * The one form under which an address is compared: lower case, ASCII domain. Null when it is not one plain address
 * (comments, quotes, lists, look-alikes of "@" and letters of other alphabets before it are refused: they are how
 * one mailbox is passed off as another).
 */
export function canonicalAddress(typed: string): string | null {
  const text = typed.trim().toLowerCase();
  const parts = text.split("@");
  const [local, domain] = parts;
  if (parts.length !== 2 || local === undefined || domain === undefined || !localPart.test(local)) return null;
  if (local.startsWith(".") || local.endsWith(".") || local.includes("..")) return null;
  const host = asciiDomain(domain);
  if (host === null) return null;
  const address = `${local}@${host}`;
  return address.length <= 254 ? address : null;
}

function asciiDomain(domain: string): string | null {
  if (/[\s/?#:@\\%[\]]/u.test(domain) || domain !== domain.normalize("NFKC").toLowerCase()) return null;
  try {
    const host = new URL(`https://${domain}`).hostname;
    const labels = host.split(".");
    const plain = labels.length >= 2 && labels.every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/u.test(label));
    return plain && !/^[\d.]+$/u.test(host) ? host : null;
  } catch {
    return null;
  }
}
