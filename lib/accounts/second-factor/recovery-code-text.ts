/** A recovery code as people type it: capitals, spaces, O for 0, I or L for 1. Null when it cannot be one. */
export function canonicalRecoveryCode(typed: string): string | null {
  const text = typed
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, "")
    .replaceAll("o", "0")
    .replace(/[il]/gu, "1");
  return /^[0-9a-hjkmnp-tv-z]{10}$/u.test(text) ? `${text.slice(0, 5)}-${text.slice(5)}` : null;
}
