import { TextLink } from "@/components/ui/text-link";
import { age, dateTime } from "@/lib/core/format";

/** Something that a person has to look at, since when, and where. */
export interface WaitingItem {
  readonly id: string;
  readonly title: string;
  readonly advice: string;
  readonly since: Date;
  readonly href: string;
}

/** What waits, each with its age and where to act. */
export function WaitingList({ items, now }: { readonly items: readonly WaitingItem[]; readonly now: Date }) {
  return (
    <ol className="divide-y divide-line rounded-lg border border-line bg-surface-raised">
      {items.map(({ id, title, advice, since, href }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-4 py-3 sm:px-5">
          <div className="min-w-0 flex-[1_1_20rem]">
            <p className="font-semibold">
              <TextLink href={href} prefetch={false}>
                {title}
              </TextLink>
            </p>
            <p className="text-ink-soft">{advice}</p>
          </div>
          <p className="text-sm text-ink-soft">
            depuis {age((now.getTime() - since.getTime()) / 1000)}
            <span className="sr-only">, le </span>
            <span aria-hidden> · </span>
            {dateTime(since)}
          </p>
        </li>
      ))}
    </ol>
  );
}

export function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div className="flex flex-col-reverse justify-end rounded-lg border border-line bg-surface-raised p-4">
      <dt className="text-ink-soft">{label}</dt>
      <dd className="text-2xl font-semibold tabular-nums">{value}</dd>
    </div>
  );
}
