import { PieceStateBadge } from "@/components/gestion/piece-badges";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import { shortDate, shortDay } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import type { StudiedBlock } from "@/lib/trainers/dossier/study/read-studied";
import { blockLabels } from "@/lib/trainers/dossier/vocabulary";

interface Props {
  readonly dossierId: string;
  readonly blocks: readonly StudiedBlock[];
}

/** Every block that concerns the person: where it stands, since when, until when. */
export function BlockList({ dossierId, blocks }: Props) {
  return (
    <ul aria-label="Blocs du dossier" className="divide-y divide-line rounded-lg border border-line bg-surface-raised">
      {blocks
        .filter(
          ({ state, need, request }) => request !== null || (state !== "not_concerned" && (need !== "optional" || state !== "missing")),
        )
        .map((one) => (
          <li key={one.block} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3 sm:px-5">
            <div className="min-w-0 flex-[1_1_18rem]">
              <p className="font-semibold">
                {one.versions.length > 0 ? (
                  <TextLink href={paths.manage.dossier(dossierId, { bloc: one.block })} prefetch={false}>
                    {blockLabels[one.block]}
                  </TextLink>
                ) : (
                  blockLabels[one.block]
                )}
              </p>
              <p className="text-sm text-ink-soft">{wordsOf(one)}</p>
            </div>
            <div className="flex flex-wrap gap-2">
              {one.request !== null && <Badge tone="accent">Demandé par {one.request.structure}</Badge>}
              <PieceStateBadge state={one.state} />
            </div>
          </li>
        ))}
    </ul>
  );
}

function wordsOf({ waiting, validated, versions: [last] }: StudiedBlock): string {
  const dayOf = ({ reviews, sentAt }: StudiedBlock["versions"][number]) => shortDate(reviews.at(-1)?.at ?? sentAt);
  const said = [
    waiting !== null && `Transmis le ${shortDate(waiting.sentAt)}.`,
    waiting === null && last?.state === "refused" && `Refusé le ${dayOf(last)}.`,
    validated !== null &&
      `En vigueur : validé le ${dayOf(validated)}${validated.endsOn === null ? "" : `, valable jusqu’au ${shortDay(validated.endsOn)}`}.`,
  ].filter((part) => part !== false);
  return said.length === 0 ? "Rien n’a été transmis." : said.join(" ");
}
