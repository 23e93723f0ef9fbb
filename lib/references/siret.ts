/** Whether the Luhn key of a number fits: every second digit from the right counts double. */
export function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits, Number)
    .toReversed()
    .reduce((total, digit, place) => {
      const value = place % 2 === 1 ? digit * 2 : digit;
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

/** Its post offices are so many that the keys ran out: their digits add up to a multiple of five instead. */
const laPoste = "356000000";

/** Fourteen digits with their key; blanks are the caller's to take off. */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/u.test(text)) return false;
  if (passesLuhn(text)) return true;
  return text.startsWith(laPoste) && Array.from(text, Number).reduce((total, digit) => total + digit, 0) % 5 === 0;
}

/** The SIRET of the first establishment of a SIREN: "0001" and the key. */
export function firstSiret(siren: string): string {
  const siret = Array.from({ length: 10 }, (_, key) => `${siren}0001${key}`).find(passesLuhn);
  if (siret === undefined) throw new Error(`no key fits ${siren}`);
  return siret;
}

/** "219 400 165 00011", as people read it. */
export const shownSiret = (siret: string): string => siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/u, "$1\u00A0$2\u00A0$3\u00A0$4");
