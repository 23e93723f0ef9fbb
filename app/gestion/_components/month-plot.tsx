import { longDay } from "@/lib/core/format";
import type { DayOfRequests } from "@/lib/trainers/review/read-waiting";

const [width, height, gap] = [14, 96, 3];

/** Requests received and decided, day by day: two bars a day, and the same as a table for who does not see them. */
export function MonthPlot({ days, title }: { readonly days: readonly DayOfRequests[]; readonly title: string }) {
  const most = Math.max(1, ...days.map(({ received, decided }) => Math.max(received, decided)));
  const scaled = (value: number) => Math.round((value / most) * (height - 8));
  const total = days.length * (2 * width + 2 * gap);
  return (
    <figure className="mt-6 rounded-lg border border-line bg-surface-raised p-4">
      <figcaption className="mb-3 flex flex-wrap items-center gap-x-5 gap-y-1 font-semibold">
        {title}
        <span className="flex flex-wrap gap-x-4 text-sm font-normal text-ink-soft">
          <Key className="fill-accent" label="Reçues" />
          <Key className="fill-line-strong" label="Décidées" />
        </span>
      </figcaption>
      <svg viewBox={`0 0 ${total} ${height}`} className="h-24 w-full" preserveAspectRatio="none" aria-hidden>
        <line x1="0" x2={total} y1={height} y2={height} className="stroke-line-strong" strokeWidth="1" />
        {days.map(({ day, received, decided }, index) => {
          const x = index * (2 * width + 2 * gap);
          return (
            <g key={day}>
              <rect x={x} y={height - scaled(received)} width={width} height={scaled(received)} className="fill-accent" />
              <rect x={x + width} y={height - scaled(decided)} width={width} height={scaled(decided)} className="fill-line-strong" />
            </g>
          );
        })}
      </svg>
      <p aria-hidden className="flex justify-between text-sm text-ink-soft">
        <span>{days[0] && longDay(days[0].day)}</span>
        <span>{days.length > 1 && longDay(days.at(-1)?.day ?? "")}</span>
      </p>
      <details className="mt-2 text-sm">
        <summary className="link inline-flex min-h-9 cursor-pointer items-center">Lire les chiffres jour par jour</summary>
        <table className="mt-2 w-full max-w-md">
          <thead>
            <tr className="text-left">
              <th scope="col">Jour</th>
              <th scope="col">Reçues</th>
              <th scope="col">Décidées</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, received, decided }) => (
              <tr key={day} className="border-t border-line">
                <th scope="row" className="text-left font-normal">
                  {longDay(day)}
                </th>
                <td className="tabular-nums">{received}</td>
                <td className="tabular-nums">{decided}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

const Key = ({ className, label }: { readonly className: string; readonly label: string }) => (
  <span className="inline-flex items-center gap-1.5">
    <svg aria-hidden width="12" height="12">
      <rect width="12" height="12" className={className} />
    </svg>
    {label}
  </span>
);
