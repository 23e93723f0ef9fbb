import type { Column } from "@/components/table/column";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import { age, dateTime, shortDate } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import type { PieceLine } from "@/lib/trainers/dossier/study/list-waiting";
import { blockLabels } from "@/lib/trainers/dossier/vocabulary";

/** A piece that has waited two weeks is late. */
const late = 14 * 86_400;

export const pieceColumns = (now: Date): readonly Column<PieceLine>[] => [
  {
    id: "name",
    header: "Intervenant ou intervenante",
    rowHeader: true,
    className: "min-w-48",
    cell: ({ dossierId, block, firstName, lastName }) => (
      <TextLink href={paths.manage.dossier(dossierId, { bloc: block })} prefetch={false}>
        {lastName} {firstName}
      </TextLink>
    ),
  },
  { id: "block", header: "Bloc", className: "min-w-40", cell: ({ block }) => blockLabels[block] },
  { id: "structure", header: "Structure", cell: ({ structure }) => structure ?? "" },
  {
    id: "sentAt",
    header: "Transmis",
    sortable: true,
    className: "whitespace-nowrap",
    // Sent again unchecked, it is as old as its first sending.
    cell: ({ sentAt, waitingSince }) => {
      const seconds = (now.getTime() - waitingSince.getTime()) / 1000;
      const again = sentAt.getTime() !== waitingSince.getTime();
      return (
        <>
          {shortDate(waitingSince)}
          <span className="mt-1 block text-sm text-ink-soft">
            {seconds > late ? <Badge tone="danger">il y a {age(seconds)}</Badge> : `il y a ${age(seconds)}`}
          </span>
          {again && <span className="mt-1 block text-sm text-ink-soft">renvoyé le {shortDate(sentAt)}</span>}
        </>
      );
    },
  },
  { id: "asked", header: "Demandé par", cell: ({ asker }) => asker ?? <span className="text-ink-soft">Personne</span> },
  {
    id: "second",
    header: "Accords",
    cell: ({ needsSecond, approvedAt, heldUntil }) =>
      !needsSecond ? (
        <span className="text-ink-soft">Un seul</span>
      ) : (
        <>
          <Badge tone="warning">{approvedAt === null ? "IBAN changé : 2 accords" : "IBAN changé : second accord"}</Badge>
          {heldUntil !== null && heldUntil > now && (
            <span className="mt-1 block text-sm text-ink-soft">À partir du {dateTime(heldUntil)}</span>
          )}
        </>
      ),
  },
];
