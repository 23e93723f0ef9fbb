/** Lower case, without accents, with single spaces: how two names are compared (MC-03, EI-22). */
export function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/gu, " ").trim();
}

/** No half surrogate (UTF-8 cannot carry it) and no control character but tab and line ends (PostgreSQL refuses NUL). */
export const isCleanText = (text: string) => text.isWellFormed() && !/[^\P{Cc}\t\n\r]/u.test(text);

/** Bidirectional marks that make a name display as another. */
export const hasDirectionMarks = (text: string) => /[\u202A-\u202E\u2066-\u2069\u200E\u200F]/u.test(text);
