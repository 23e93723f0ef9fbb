import { electronicFormatIBAN, getCountrySpecifications, isSEPACountry, isValidBIC, isValidIBAN } from "ibantools";

export const compactIban = (typed: string): string => electronicFormatIBAN(typed) ?? "";
export const compactBic = (typed: string): string => typed.replaceAll(/\s/gu, "").toUpperCase();

/** What is wrong with an IBAN; null when nothing is (EI-63). */
export function ibanRefusal(typed: string): string | null {
  const iban = compactIban(typed);
  const country = iban.slice(0, 2);
  const length = getCountrySpecifications()[country]?.chars;
  if (length === undefined || length === null) return "Un IBAN commence par les deux lettres d’un pays. Ex. : FR76 suivi de 23 caractères.";
  if (iban.length !== length) return `Un IBAN qui commence par ${country} a ${length} caractères : il y en a ${iban.length}.`;
  return isValidIBAN(iban) ? null : "Cet IBAN n’existe pas : vérifiez chaque caractère sur votre relevé d’identité bancaire.";
}

export const bicRefusal = (typed: string): string | null =>
  isValidBIC(compactBic(typed)) ? null : "Un BIC a 8 ou 11 caractères. Ex. : SOGEFRPP";

/** "Zone SEPA" ticks itself by the country of the IBAN. */
export const isSepa = (iban: string): boolean => isSEPACountry(compactIban(iban).slice(0, 2));

/** "FR76 •••• •••• 189" */
export function maskIban(typed: string): string {
  const iban = compactIban(typed);
  return iban === "" ? "" : `${iban.slice(0, 4)} •••• •••• ${iban.slice(-3)}`;
}
export function maskBic(typed: string): string {
  const bic = compactBic(typed);
  return bic === "" ? "" : `${bic.slice(0, 4)}••••`;
}
