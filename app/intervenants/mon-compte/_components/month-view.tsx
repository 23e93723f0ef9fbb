import { clsx } from "clsx";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { LinkButton } from "@/components/ui/link-button";
import { longDay } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { type Period, shiftMonth, weeksOf } from "@/lib/trainers/account/rules";

interface Props {
  /** "2027-03" */
  readonly month: string;
  /** "mars 2027" */
  readonly name: string;
  readonly today: string;
  readonly away: readonly Period[];
  readonly interventions: readonly Period[];
}

const weekdays = [
  ["lun.", "lundi"],
  ["mar.", "mardi"],
  ["mer.", "mercredi"],
  ["jeu.", "jeudi"],
  ["ven.", "vendredi"],
  ["sam.", "samedi"],
  ["dim.", "dimanche"],
] as const;

const covers = (periods: readonly Period[], day: string) => periods.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);

/** A month at a glance; the list under it says the same in words. */
export function MonthView({ month, name, today, away, interventions }: Props) {
  return (
    <div className="max-w-2xl">
      <nav aria-label="Mois" className="mb-3 flex items-center justify-between gap-2">
        <LinkButton
          href={paths.trainers.unavailabilities({ mois: shiftMonth(month, -1) })}
          variant="secondary"
          size="small"
          prefetch={false}
          icon={<ChevronLeft aria-hidden size={18} />}
        >
          <span className="max-sm:sr-only">Mois précédent</span>
        </LinkButton>
        <p className="text-lg font-semibold">{name}</p>
        <LinkButton
          href={paths.trainers.unavailabilities({ mois: shiftMonth(month, 1) })}
          variant="secondary"
          size="small"
          prefetch={false}
        >
          <span className="max-sm:sr-only">Mois suivant</span>
          <ChevronRight aria-hidden size={18} />
        </LinkButton>
      </nav>
      <table className="w-full table-fixed border-separate border-spacing-1">
        <caption className="sr-only">Calendrier : {name}</caption>
        <thead>
          <tr>
            {weekdays.map(([short, long]) => (
              <th key={long} scope="col" abbr={long} className="py-1 text-center text-sm font-semibold text-ink-soft">
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]?.day}>
              {week.map(({ day, number, inMonth }) => (
                <Day
                  key={day}
                  day={day}
                  number={number}
                  inMonth={inMonth}
                  today={day === today}
                  away={covers(away, day)}
                  works={covers(interventions, day)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-sm text-ink-soft">
        <li className="flex items-center gap-2">
          <span aria-hidden data-outlined className="size-4 rounded-sm border border-warning bg-warning-soft" />
          Indisponible
        </li>
        <li className="flex items-center gap-2">
          <span aria-hidden data-outlined className="size-4 rounded-sm border border-accent bg-accent-soft" />
          Intervention prévue
        </li>
        <li className="flex items-center gap-2">
          <span aria-hidden className="size-4 rounded-sm border-2 border-ink" />
          Aujourd’hui
        </li>
      </ul>
    </div>
  );
}

interface DayProps {
  readonly day: string;
  readonly number: number;
  readonly inMonth: boolean;
  readonly today: boolean;
  readonly away: boolean;
  readonly works: boolean;
}

function Day({ day, number, inMonth, today, away, works }: DayProps) {
  if (!inMonth)
    return (
      <td className="text-center text-ink-soft">
        <span aria-hidden>·</span>
        <span className="sr-only">autre mois</span>
      </td>
    );
  const words = [longDay(day), today && "aujourd’hui", away && "indisponible", works && "intervention prévue"].filter(Boolean).join(", ");
  return (
    <td
      data-outlined
      className={clsx(
        "h-11 rounded-md border text-center align-middle tabular-nums",
        away ? "border-warning bg-warning-soft font-semibold" : works ? "border-accent bg-accent-soft font-semibold" : "border-line",
        today && "outline-2 -outline-offset-2 outline-ink",
      )}
    >
      <span aria-hidden>
        {number}
        {away && works && " •"}
      </span>
      <span className="sr-only">{words}</span>
    </td>
  );
}
