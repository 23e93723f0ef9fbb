import { shortDate } from "@/lib/core/format";

interface Props {
  readonly remarks: readonly { readonly round: number; readonly remark: string; readonly at: Date }[];
}

/** What was asked of a part in the rounds before. */
export function PastRemarks({ remarks }: Props) {
  if (remarks.length === 0) return null;
  return (
    <ul className="space-y-2">
      {remarks.map(({ round, remark, at }) => (
        <li key={round} className="rounded-md bg-surface-sunken px-3 py-2 text-sm">
          <span className="block text-ink-soft">Demandé le {shortDate(at)}</span>
          <span className="wrap-anywhere whitespace-pre-line">{remark}</span>
        </li>
      ))}
    </ul>
  );
}
