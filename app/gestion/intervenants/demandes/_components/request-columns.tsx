import { UserRound } from "lucide-react";
import type { Column } from "@/components/table/column";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import { age, shortDate } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import type { RequestLine } from "@/lib/trainers/review/list-requests";

interface Given {
  readonly specialties: ReadonlyMap<string, string>;
  readonly now: Date;
}

/** A request that has waited two weeks is late. */
const late = 14 * 86_400;

export const requestColumns = ({ specialties, now }: Given): readonly Column<RequestLine>[] => [
  {
    id: "name",
    header: "Candidat ou candidate",
    rowHeader: true,
    className: "min-w-52",
    cell: ({ id, firstName, lastName, round, homonyms }) => (
      <>
        <TextLink href={paths.manage.request(id)} prefetch={false}>
          {`${lastName} ${firstName}`}
        </TextLink>
        {(round > 0 || homonyms > 0) && (
          <span className="mt-1 flex flex-wrap gap-2">
            {round > 0 && <Badge tone="accent">Complétée</Badge>}
            {homonyms > 0 && <Badge tone="warning">Homonyme</Badge>}
          </span>
        )}
      </>
    ),
  },
  { id: "structure", header: "Structure", cell: ({ structure }) => structure },
  {
    id: "specialties",
    header: "Spécialités",
    cell: (request) =>
      request.specialties.length === 0 ? (
        <span className="text-ink-soft">Aucune</span>
      ) : (
        request.specialties.map((code) => specialties.get(code) ?? code).join(", ")
      ),
  },
  {
    id: "sentAt",
    header: "Transmise",
    sortable: true,
    className: "whitespace-nowrap",
    cell: ({ sentAt, state }) => {
      const seconds = (now.getTime() - sentAt.getTime()) / 1000;
      return (
        <>
          {shortDate(sentAt)}
          <span className="mt-1 block text-sm text-ink-soft">
            {state === "submitted" && seconds > late ? <Badge tone="danger">{`il y a ${age(seconds)}`}</Badge> : `il y a ${age(seconds)}`}
          </span>
        </>
      );
    },
  },
  {
    id: "studiedBy",
    header: "En ce moment",
    cell: ({ studiedBy }) =>
      studiedBy === null ? (
        <span className="text-ink-soft">Personne</span>
      ) : (
        <span className="inline-flex items-center gap-1.5">
          <UserRound aria-hidden size={18} className="shrink-0" />
          {studiedBy}
        </span>
      ),
  },
];
