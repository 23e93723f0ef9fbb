import { TZDate } from "@date-fns/tz";
import { format, startOfMonth } from "date-fns";
import { fr } from "date-fns/locale/fr";

const zone = "Europe/Paris";
const inParis = (instant: Date) => new TZDate(instant, zone);

/** "21 novembre 2026" */
export const longDate = (instant: Date) => format(inParis(instant), "do MMMM yyyy", { locale: fr });
/** "21/11/2026" */
export const shortDate = (instant: Date) => format(inParis(instant), "dd/MM/yyyy");
/** "21/11/2026 à 10:24" (Paris time) */
export const dateTime = (instant: Date) => format(inParis(instant), "dd/MM/yyyy 'à' HH:mm");
/** "10:24" */
export const shortTime = (instant: Date) => format(inParis(instant), "HH:mm");
/** "10:24" (Paris time) */
export const time = (instant: Date) => format(inParis(instant), "HH:mm");
/** "21/11/2026 à 10:24:05" */
export const dateTimeSeconds = (instant: Date) => format(inParis(instant), "dd/MM/yyyy 'à' HH:mm:ss");
/** "samedi 21 novembre 2026 à 10:24" */
export const longDateTime = (instant: Date) => format(inParis(instant), "EEEE do MMMM yyyy 'à' HH:mm", { locale: fr });
/** "21 novembre 2026 à 10:24" */
export const longDateAndTime = (instant: Date) => format(inParis(instant), "do MMMM yyyy 'à' HH:mm", { locale: fr });
/** "21 novembre 2026" from a database day "2026-11-21". */
export const longDay = (day: string) => format(new Date(`${day}T12:00:00`), "do MMMM yyyy", { locale: fr });
/** "21/11/2026" from a database day "2026-11-21". */
export const shortDay = (day: string) => day.split("-").reverse().join("/");

/** "2026-11-21", as the database writes a day: the one that a calendar in Paris shows. */
export const parisDay = (instant: Date) => format(inParis(instant), "yyyy-MM-dd");

/** "novembre 2026" */
export const monthName = (instant: Date) => format(inParis(instant), "MMMM yyyy", { locale: fr });
/** When this month began, in Paris. */
export const monthStart = (instant: Date) => new Date(startOfMonth(inParis(instant)).getTime());

const integer = new Intl.NumberFormat("fr-FR");
/** "1 234", with the narrow no-break space of French typography. */
export const number = (value: number) => integer.format(value);

/** `plural(3, "mail")` → "3 mails"; French: 0 and 1 are singular. */
export const plural = (count: number, one: string, many = `${one}s`) => `${number(count)} ${Math.abs(count) < 2 ? one : many}`;

/** A wait in words: "45 secondes", "1 minute", "12 minutes", "2 heures"; rounded up, never "0". */
export function duration(seconds: number): string {
  const whole = Math.max(1, Math.ceil(seconds));
  if (whole < 60) return plural(whole, "seconde");
  if (whole < 3600) return plural(Math.ceil(whole / 60), "minute");
  if (whole < 172_800) return plural(Math.ceil(whole / 3600), "heure");
  return plural(Math.ceil(whole / 86_400), "jour");
}

/** An age in words, rounded down: "12 minutes", "9 jours"; "moins d’une minute" under one. */
export function age(seconds: number): string {
  if (seconds < 60) return "moins d’une minute";
  if (seconds < 3600) return plural(Math.floor(seconds / 60), "minute");
  if (seconds < 172_800) return plural(Math.floor(seconds / 3600), "heure");
  return plural(Math.floor(seconds / 86_400), "jour");
}

const units = ["octets", "ko", "Mo", "Go"] as const;
/** "1,4 Mo" */
export function fileSize(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(bytes) / Math.log(1000)));
  const value = bytes / 1000 ** power;
  return `${new Intl.NumberFormat("fr-FR", { maximumFractionDigits: power === 0 ? 0 : 1 }).format(value)} ${units[power]}`;
}
