/** Names as the interface prints them: typographic apostrophe and quotation marks, single spaces. */
export const typographic = (name: string): string =>
  name
    .replaceAll("'", "’")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/"([^"]+)"/gu, "«\u00A0$1\u00A0»");

const forms: Readonly<Record<string, string>> = {
  CC: "Communauté de communes",
  CA: "Communauté d’agglomération",
  CU: "Communauté urbaine",
};

/**
 * "CC du Val de Drôme" → "Communauté de communes du Val de Drôme". A proper name that says what it is
 * ("CA Communauté Paris-Saclay", "CC Mayenne Communauté", "CA Chartres Métropole") only loses its letters.
 */
export function intercommunalityName(official: string): string {
  const name = typographic(official);
  const [, letters = "", proper = ""] = /^(CC|CA|CU) (.+)$/u.exec(name) ?? [];
  const form = forms[letters];
  if (form === undefined) return name;
  const saysItself = /^\P{Ll}/u.test(proper) && /communauté|métropole|agglomération/iu.test(proper);
  return saysItself ? proper : `${form} ${proper}`;
}
