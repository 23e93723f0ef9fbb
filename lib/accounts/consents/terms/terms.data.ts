import { gestionTerms202611 } from "./gestion-terms-2026-11.data";
import { intervenantsTerms202611 } from "./intervenants-terms-2026-11.data";
import type { TermsText } from "./terms-text";

/** Every text, by document and version. A version that somebody accepted is never removed: they may read it again. */
const texts: { readonly [document: string]: { readonly [version: string]: TermsText } } = {
  "gestion-terms": { "2026-11": gestionTerms202611 },
  "intervenants-terms": { "2026-11": intervenantsTerms202611 },
};

export function findTerms(document: string, version: string): TermsText | null {
  const versions = Object.hasOwn(texts, document) ? texts[document] : undefined;
  return versions !== undefined && Object.hasOwn(versions, version) ? (versions[version] ?? null) : null;
}
