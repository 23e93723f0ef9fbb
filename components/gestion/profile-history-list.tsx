import { dateTime } from "@/lib/core/format";
import type { ProfileHistory } from "@/lib/trainers/review/read-request";
import { profileEventLabels } from "@/lib/trainers/review/event-labels.data";

/** The passages of a profile: when, what, by whom and why. */
export function ProfileHistoryList({ history }: { readonly history: ProfileHistory }) {
  if (history.length === 0) return <p className="text-ink-soft">Rien n’est encore arrivé.</p>;
  return (
    <ol className="divide-y divide-line">
      {history.map(({ id, kind, at, reason, firstName, lastName }) => (
        <li key={id} className="py-2">
          <span className="font-semibold">{profileEventLabels[kind]}</span>
          <span className="text-ink-soft">
            {" "}
            le {dateTime(at)}
            {firstName !== null && `, par ${firstName} ${lastName ?? ""}`}
          </span>
          {reason !== null && <span className="block whitespace-pre-line">{reason}</span>}
        </li>
      ))}
    </ol>
  );
}
