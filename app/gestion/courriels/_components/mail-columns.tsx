import { MailStateBadge } from "@/components/gestion/state-badges";
import type { Column } from "@/components/table/column";
import { TextLink } from "@/components/ui/text-link";
import { dateTime, number } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import type { MailLine } from "@/lib/mail/list-mails";

export const mailColumns: readonly Column<MailLine>[] = [
  {
    id: "subject",
    header: "Objet",
    rowHeader: true,
    className: "min-w-64",
    cell: ({ id, subject }) => (
      <TextLink href={paths.manage.mail(id)} prefetch={false}>
        {subject}
      </TextLink>
    ),
  },
  {
    id: "toAddress",
    header: "Destinataire",
    className: "min-w-40",
    cell: ({ toAddress }) => <span className="wrap-anywhere">{toAddress}</span>,
  },
  {
    id: "state",
    header: "État",
    cell: ({ state, lastError }) => (
      <>
        <MailStateBadge state={state} />
        {lastError !== null && state !== "sent" && <p className="mt-1 max-w-64 text-sm wrap-anywhere text-ink-soft">{lastError}</p>}
      </>
    ),
  },
  { id: "kind", header: "Modèle", cell: ({ kind }) => kind },
  { id: "createdAt", header: "Écrit le", className: "whitespace-nowrap", cell: ({ createdAt }) => dateTime(createdAt) },
  { id: "sentAt", header: "Envoyé le", className: "whitespace-nowrap", cell: ({ sentAt }) => (sentAt === null ? "–" : dateTime(sentAt)) },
  { id: "attempts", header: "Essais", align: "end", cell: ({ attempts }) => number(attempts) },
];
