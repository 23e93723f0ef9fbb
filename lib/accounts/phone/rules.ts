import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/min";

/** Overseas departments are dialled like mainland numbers but have country codes of their own. */
const overseas = [
  [/^0(?:590|690|691)/u, "GP"],
  [/^0(?:596|696|697)/u, "MQ"],
  [/^0(?:594|694)/u, "GF"],
  [/^0(?:262|263|692|693)/u, "RE"],
  [/^0(?:269|639)/u, "YT"],
] as const satisfies readonly (readonly [RegExp, CountryCode])[];

/** The international form ("+33612345678") of a number typed the French way or with its country code; null when it is none. */
export function internationalPhone(typed: string): string | null {
  const compact = typed.replace(/[\s.()/-]/gu, "");
  const country = overseas.find(([start]) => start.test(compact))?.[1] ?? "FR";
  const number = parsePhoneNumberFromString(compact, country);
  return number?.isValid() === true && number.ext === undefined ? number.number : null;
}

/** As people write it: "06 12 34 56 78"; numbers of other countries keep their country code. */
export function shownPhone(stored: string): string {
  const number = parsePhoneNumberFromString(stored, "FR");
  if (number?.isValid() !== true) return stored;
  const national = ["33", "590", "596", "594", "262"].includes(number.countryCallingCode);
  return national ? number.formatNational() : number.formatInternational();
}
