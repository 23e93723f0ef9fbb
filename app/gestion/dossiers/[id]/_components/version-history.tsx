import { Disclosure } from "@/components/ui/disclosure";
import { dateTime } from "@/lib/core/format";
import type { StudiedVersion } from "@/lib/trainers/dossier/study/read-studied";
import { type ReviewDecision, versionStateLabels } from "@/lib/trainers/dossier/vocabulary";

const words = {
  approved: "Premier accord",
  validated: "Validé",
  refused: "Refusé",
  undone: "Décision annulée",
} as const satisfies Record<ReviewDecision, string>;

/** Each sending of the block, the last first, with what was decided of it and why. */
export function VersionHistory({ versions }: { readonly versions: readonly StudiedVersion[] }) {
  return (
    <Disclosure title={`Historique du bloc (${versions.length})`}>
      <ol className="space-y-4">
        {versions.map(({ id, sentAt, state, reviews }) => (
          <li key={id} className="border-l-2 border-line pl-4">
            <p>
              Transmis le {dateTime(sentAt)} : {versionStateLabels[state].toLowerCase()}
            </p>
            <ul className="text-ink-soft">
              {reviews.map(({ decision, at, by, reason }) => (
                <li key={at.getTime()}>
                  {words[decision]} le {dateTime(at)}
                  {by !== null && ` par ${by}`}
                  {reason !== null && <span className="wrap-anywhere block whitespace-pre-line">Motif : {reason}</span>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
