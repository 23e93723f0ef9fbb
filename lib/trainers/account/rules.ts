/** Days of the calendar are texts, "2027-03-05": they compare and cross midnight alike wherever the server is. */
export interface Period {
  readonly startsOn: string;
  readonly endsOn: string;
}

const dayMs = 86_400_000;
const timeOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
export const addDays = (day: string, days: number): string => dayOf(timeOf(day) + days * dayMs);

/** How far ahead a period may be written down, and how many of them: more is a mistake. */
export const farthestDays = 3 * 366;
export const mostPeriods = 100;

/** What is wrong with a period to write down, by field; `today` in Paris. */
export function periodFaults({ startsOn, endsOn }: Period, today: string): Record<string, string[]> {
  if (endsOn < today) return { endsOn: ["Cette période est déjà passée."] };
  if (endsOn > addDays(today, farthestDays)) return { endsOn: ["Cette période est trop lointaine : trois ans au plus."] };
  return startsOn < addDays(today, -366) ? { startsOn: ["Cette période commence il y a plus d’un an."] } : {};
}

export const overlaps = (one: Period, other: Period): boolean => one.startsOn <= other.endsOn && other.startsOn <= one.endsOn;

/** "2027-03" when the text is a month of this century; null otherwise. */
export const readMonth = (text: string | undefined): string | null =>
  /^20\d{2}-(?:0[1-9]|1[0-2])$/u.test(text ?? "") ? (text ?? null) : null;

/** The month some months before or after: "2027-01" and -1 give "2026-12". */
export function shiftMonth(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
}

export interface CalendarDay {
  readonly day: string;
  /** 1 to 31. */
  readonly number: number;
  /** False for the days of the neighbouring months that complete the weeks. */
  readonly inMonth: boolean;
}

/** The weeks of a month, each from Monday to Sunday. */
export function weeksOf(month: string): readonly (readonly CalendarDay[])[] {
  const first = timeOf(`${month}-01`);
  const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * dayMs;
  const after = timeOf(`${shiftMonth(month, 1)}-01`);
  const weeks = Math.ceil((after - monday) / (7 * dayMs));
  return Array.from({ length: weeks }, (_w, week) =>
    Array.from({ length: 7 }, (_d, weekday) => {
      const day = dayOf(monday + (week * 7 + weekday) * dayMs);
      return { day, number: Number(day.slice(8)), inMonth: day.startsWith(month) };
    }),
  );
}

/** How long it lasts: both days count. */
export const daysOf = ({ startsOn, endsOn }: Period): number => (timeOf(endsOn) - timeOf(startsOn)) / dayMs + 1;
