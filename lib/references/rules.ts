import { passesLuhn } from "./siret";
import { type AuthorityKind, authorityKindLabels } from "./vocabulary";

/** Lowest and highest values of a prefix, both included. */
export interface Range {
  readonly from: string;
  readonly to: string;
}

/** What somebody who looks for an authority typed, understood. */
export type PlaceQuery =
  | { readonly by: "name"; readonly name: string; readonly kind: AuthorityKind | null; readonly within: Range | null }
  | { readonly by: "postcode"; readonly range: Range }
  | { readonly by: "siren"; readonly range: Range }
  /** Nothing to look for yet, or never: `hint` says why when the person can do something about it. */
  | { readonly by: "nothing"; readonly hint: string | null };

const prefixRange = (prefix: string, length: number): Range => ({ from: prefix.padEnd(length, "0"), to: prefix.padEnd(length, "9") });

/**
 * A place name as searches compare it: lower case, no accent, no punctuation, "St" written out.
 * The database's place_fold gives the same for its column; a test compares the two on every commune.
 */
export function foldPlaceName(text: string): string {
  const letters = text.toLowerCase().replaceAll("œ", "oe").replaceAll("æ", "ae").normalize("NFKD").replace(/\p{M}/gu, "");
  return letters
    .replace(/[^a-z0-9]+/gu, " ")
    .replace(/\bst\b/gu, "saint")
    .replace(/\bste\b/gu, "sainte")
    .trim();
}

/** Nine digits whose last one is the Luhn key of the others. */
export function isSiren(text: string): boolean {
  return /^\d{9}$/u.test(text) && passesLuhn(text);
}

const sirenHint = "Ce numéro SIREN n’est pas valide : vérifiez ses neuf chiffres, ou cherchez par nom ou par code postal.";
const tooManyDigits = "Un code postal a 5 chiffres, un numéro SIREN 9, un numéro SIRET 14. Vérifiez ce numéro, ou cherchez par nom.";

/** Words before a name that say which kind of authority is meant: "mairie de Cachan", "CC Faucigny", "région Grand Est". */
const kindWords: readonly (readonly [AuthorityKind, RegExp])[] = [
  ["commune", /^(?:(?:mairie|commune) (?:de |du |des |d )?|ville de )/u],
  ["intercommunality", /^(?:communaute de communes|communaute d agglomeration|communaute urbaine|cc|ca|cu) (?:de |du |des |d )?/u],
  ["department", /^(?:departement|conseil departemental|cd) (?:de |du |des |d )?/u],
  ["region", /^(?:region|conseil regional) (?:de |du |des |d )?/u],
];

/** Tells a postcode (from two digits on), a SIREN or SIRET, and a name (perhaps with its postcode or department) apart. */
export function parsePlaceQuery(text: string): PlaceQuery {
  const compact = text.replace(/[\s.\u00A0\u202F-]/gu, "");
  if (/^\d+$/u.test(compact)) return parseNumber(compact);
  const folded = foldPlaceName(text);
  const words = folded.split(" ");
  const number = words.filter(isPostcodePart).toSorted((one, other) => other.length - one.length)[0];
  const typed = words.filter((word) => !isPostcodePart(word)).join(" ");
  const [kind, before] = kindWords.find(([, form]) => form.test(typed)) ?? [null, /^/u];
  const name = typed.replace(before, "");
  if (name.length < 2) return { by: "nothing", hint: null };
  return { by: "name", name, kind, within: number === undefined ? null : prefixRange(number, 5) };
}

const isPostcodePart = (word: string) => /^\d{2,5}$/u.test(word);

function parseNumber(digits: string): PlaceQuery {
  if (digits.length < 2) return { by: "nothing", hint: null };
  if (digits.length <= 5) return { by: "postcode", range: prefixRange(digits, 5) };
  if (digits.length > 14) return { by: "nothing", hint: tooManyDigits };
  const siren = digits.slice(0, 9);
  if (siren.length === 9 && !isSiren(siren))
    return { by: "nothing", hint: digits.length === 9 || digits.length === 14 ? sirenHint : tooManyDigits };
  return { by: "siren", range: prefixRange(siren, 9) };
}

/**
 * Short names with two neighbouring letters exchanged ("cahcan" for "cachan"): they share too few runs of letters with
 * the right one to resemble it. Longer names do resemble.
 */
export const exchangedLetters = (name: string): string[] =>
  name.length > 9
    ? []
    : Array.from(
        { length: name.length - 1 },
        (_, at) => `${name.slice(0, at)}${name.charAt(at + 1)}${name.charAt(at)}${name.slice(at + 2)}`,
      );

export interface DescribedAuthority {
  readonly kind: AuthorityKind;
  readonly name: string;
  readonly postcodes: readonly string[];
  readonly department: string | null;
  readonly region: string | null;
}

/** "Commune · 94230 Cachan · Val-de-Marne": what tells two authorities of the same name apart. */
export function authorityDetail({ kind, name, postcodes, department, region }: DescribedAuthority, searched: Range | null): string {
  const postcode = postcodes.find((code) => searched !== null && code >= searched.from && code <= searched.to) ?? postcodes[0];
  const place = {
    commune: [postcode === undefined ? name : `${postcode} ${name}`, department],
    intercommunality: [department],
    department: [region],
    region: [],
  }[kind];
  return [authorityKindLabels[kind], ...place].filter((part) => part !== null).join(" · ");
}

/** "communaute-de-communes": the form of a name in addresses. */
export const slugOf = (name: string): string => foldPlaceName(name).replaceAll(" ", "-");
