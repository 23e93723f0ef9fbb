import type { ReactNode } from "react";
import { AuditDetails } from "@/components/gestion/audit-details";
import { MailStateBadge } from "@/components/gestion/state-badges";
import { Section } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { SignIn } from "@/lib/accounts/people/read-person";
import type { PersonMail } from "@/lib/accounts/people/read-person-mails";
import { sessionEndLabels } from "@/lib/accounts/people/vocabulary";
import { actionLabel } from "@/lib/audit/action-labels.data";
import { actorLabel } from "@/lib/audit/describe-line";
import type { AuditLineSeen } from "@/lib/audit/list-audit";
import { dateTime } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";

function History<Row extends { readonly id: string | number }>({
  rows,
  empty,
  line,
}: {
  readonly rows: readonly Row[];
  readonly empty: string;
  readonly line: (row: Row) => ReactNode;
}) {
  if (rows.length === 0) return <p className="text-ink-soft">{empty}</p>;
  return (
    <ol className="divide-y divide-line border-y border-line">
      {rows.map((row) => (
        <li key={row.id} className="grid gap-x-6 gap-y-1 py-2.5 sm:grid-cols-[11rem_minmax(0,1fr)]">
          {line(row)}
        </li>
      ))}
    </ol>
  );
}

export function SignIns({ signIns, now }: { readonly signIns: readonly SignIn[]; readonly now: Date }) {
  return (
    <Section title="Dernières connexions" id="connexions">
      <History
        rows={signIns}
        empty="Aucune connexion récente."
        line={(row) => (
          <>
            <p className="text-ink-soft">{dateTime(row.createdAt)}</p>
            <p>
              {row.device} <span className="text-ink-soft">({row.network})</span> : {endOf(row, now)}
            </p>
          </>
        )}
      />
    </Section>
  );
}

function endOf({ endReason, lastSeenAt, expiresAt }: SignIn, now: Date): string {
  if (endReason !== null) return sessionEndLabels[endReason];
  return expiresAt > now ? `session ouverte, utilisée le ${dateTime(lastSeenAt)}` : sessionEndLabels.expired;
}

export function PersonMails({ mails }: { readonly mails: readonly PersonMail[] }) {
  return (
    <Section title="Derniers courriels" id="courriels">
      <History
        rows={mails}
        empty="Aucun courriel n’a été écrit à cette personne."
        line={({ id, subject, state, createdAt }) => (
          <>
            <p className="text-ink-soft">{dateTime(createdAt)}</p>
            <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <TextLink href={paths.manage.mail(id)} prefetch={false}>
                {subject}
              </TextLink>
              <MailStateBadge state={state} />
            </p>
          </>
        )}
      />
    </Section>
  );
}

export function PersonAudit({ lines, address }: { readonly lines: readonly AuditLineSeen[]; readonly address: string }) {
  return (
    <Section
      title="Journal"
      id="journal"
      actions={<TextLink href={paths.manage.audit({ whose: address })}>Tout le journal de cette personne</TextLink>}
    >
      <History
        rows={lines}
        empty="Rien n’est encore noté."
        line={(entry) => (
          <>
            <p className="text-ink-soft">{dateTime(entry.at)}</p>
            <div className="min-w-0">
              <p>
                {actionLabel(entry.action)} <span className="text-ink-soft">par {actorLabel(entry)}</span>
              </p>
              <AuditDetails details={entry.details} />
            </div>
          </>
        )}
      />
    </Section>
  );
}
