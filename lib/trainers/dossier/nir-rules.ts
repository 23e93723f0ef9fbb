import { validate } from "stdnum/lib/cjs/fr/nir.js";

const spaces = /[\s.]/gu;
export const compactNir = (typed: string): string => typed.replaceAll(spaces, "").toUpperCase();

/** Corsica's departments count as 19 and 18. */
const asNumber = (thirteen: string): bigint | null => {
  const digits = thirteen.replace(/^(.{5})2A/u, "$119").replace(/^(.{5})2B/u, "$118");
  return /^\d{13}$/u.test(digits) ? BigInt(digits) : null;
};

/** The two digits that check the other thirteen; null when these are no number. */
export function nirKey(thirteen: string): string | null {
  const number = asNumber(thirteen);
  return number === null ? null : String(97n - (number % 97n)).padStart(2, "0");
}

/** The NIR with its key: 13 characters get theirs (EI-61). What is not a NIR stays as it was typed. */
export function wholeNir(typed: string): string {
  const compact = compactNir(typed);
  const key = compact.length === 13 ? nirKey(compact) : null;
  return key === null ? compact : compact + key;
}

/** What is wrong with a NIR; null when nothing is. */
export function nirRefusal(typed: string): string | null {
  const compact = compactNir(typed);
  if (compact.length !== 13 && compact.length !== 15)
    return `Le numéro de sécurité sociale a 15 caractères avec sa clé, ou 13 sans : il y en a ${compact.length}.`;
  if (nirKey(compact.slice(0, 13)) === null || !/^[1-478]/u.test(compact))
    return "Ce numéro de sécurité sociale n’est pas possible : des chiffres, et 2A ou 2B pour la Corse.";
  return validate(wholeNir(compact)).isValid ? null : "La clé (les 2 derniers chiffres) ne correspond pas : vérifiez chaque chiffre.";
}

/** "2 58 11 ••• ••• •• 63": enough to recognise one's own. */
export function maskNir(typed: string): string {
  const nir = compactNir(typed);
  return nir === "" ? "" : `${nir.slice(0, 1)} ${nir.slice(1, 3)} •• •• ••• ••• ${nir.slice(-2)}`;
}

/** Of the profile: what the number of social security is compared with. */
export interface Person {
  readonly civility: string;
  /** "1958-11-23" */
  readonly bornOn: string | null;
}
/** What the number says against the identity: to look at again, never a refusal, for the person may be right. */
export function nirHints(nir: string, { civility, bornOn }: Person): readonly string[] {
  const compact = compactNir(nir);
  if (nirRefusal(compact) !== null) return [];
  const hints: string[] = [];
  const isWoman = /^[248]/u.test(compact);
  if ((civility === "mme") !== isWoman)
    hints.push(
      `Ce numéro est celui d’${isWoman ? "une femme" : "un homme"}, et votre civilité est « ${civility === "mme" ? "Madame" : "Monsieur"} ».`,
    );
  if (bornOn !== null && compact.slice(1, 3) !== bornOn.slice(2, 4))
    hints.push(`Ce numéro est celui d’une personne née en ${compact.slice(1, 3)}, et vous êtes né ou née en ${bornOn.slice(0, 4)}.`);
  const month = Number(compact.slice(3, 5));
  if (bornOn !== null && month >= 1 && month <= 12 && month !== Number(bornOn.slice(5, 7)))
    hints.push(`Le mois de naissance du numéro (${compact.slice(3, 5)}) n’est pas celui de votre date de naissance.`);
  return hints;
}
