import { AuditDetails } from "@/components/gestion/audit-details";
import type { Column } from "@/components/table/column";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import { actionLabel } from "@/lib/audit/action-labels.data";
import { actorLabel, subjectLabel } from "@/lib/audit/describe-line";
import type { AuditLineSeen, AuditPerson } from "@/lib/audit/list-audit";
import { dateTimeSeconds } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";

export const auditColumns: readonly Column<AuditLineSeen>[] = [
  { id: "at", header: "Date", sortable: true, className: "whitespace-nowrap", cell: ({ at }) => dateTimeSeconds(at) },
  {
    id: "action",
    header: "Action",
    rowHeader: true,
    cell: ({ action, sensitive }) => (
      <span className="inline-flex flex-wrap items-baseline gap-2">
        {actionLabel(action)}
        {sensitive && <Badge tone="warning">Donnée sensible</Badge>}
      </span>
    ),
  },
  { id: "actor", header: "Fait par", cell: (line) => (line.actor?.name == null ? actorLabel(line) : <PersonLink {...line.actor} />) },
  { id: "account", header: "Au sujet de", cell: ({ account }) => (account === null ? "–" : <PersonLink {...account} />) },
  {
    id: "details",
    header: "Détails",
    className: "min-w-56",
    cell: (line) => <Details {...line} />,
  },
  { id: "network", header: "Réseau", cell: ({ network }) => network ?? "–" },
];

function Details(line: AuditLineSeen) {
  const subject = subjectLabel(line);
  if (subject === null && Object.keys(line.details).length === 0) return "–";
  return (
    <>
      {subject !== null && <p className="text-sm">{subject}</p>}
      {line.subjectType === "mail" && line.subjectId !== null && (
        <TextLink href={paths.manage.mail(line.subjectId)} prefetch={false} className="text-sm">
          Voir le courriel
        </TextLink>
      )}
      <AuditDetails details={line.details} />
    </>
  );
}

function PersonLink({ id, name }: AuditPerson) {
  if (name === null) return <span className="text-ink-soft">Compte supprimé</span>;
  return (
    <TextLink href={paths.manage.person(id)} prefetch={false}>
      {name}
    </TextLink>
  );
}
