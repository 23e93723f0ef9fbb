import { CircleCheck } from "lucide-react";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { readBlocked } from "@/lib/accounts/people/read-blocked";
import { countActions } from "@/lib/audit/count-actions";
import type { Ctx } from "@/lib/core/ctx";
import { age, dateTime, monthName, monthStart, number } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { listJobs } from "@/lib/jobs/list-jobs";
import { readWorkerPulse } from "@/lib/jobs/read-worker-pulse";
import { countMailsSent, readMailsWaiting } from "@/lib/mail/read-outbox-alerts";
import { jobs } from "@/worker/registry";
import { waitingItems, type WaitingItem } from "./_components/waiting-items";

/** Home of the administration: what waits, and the figures of the month. */
export async function AdministrationHome({ ctx }: { readonly ctx: Ctx }) {
  const since = monthStart(ctx.now);
  const [mails, seenJobs, blocked, pulse, actions, mailsSent] = await Promise.all([
    readMailsWaiting(ctx),
    listJobs(ctx, jobs),
    readBlocked(ctx),
    readWorkerPulse(ctx),
    countActions(ctx, { actions: ["account.activate", "account.sign_in", "registration.request", "entry.refused"], since }),
    countMailsSent(ctx, since),
  ]);
  const items = waitingItems({ mails, jobs: seenJobs, blocked, pulse, now: ctx.now });
  return (
    <>
      <Section title="À traiter" id="a-traiter">
        {items.length === 0 ? (
          <EmptyState title="Rien n’attend de décision" icon={<CircleCheck aria-hidden size={32} />}>
            <p>Les courriels en échec, les tâches en échec et les comptes bloqués apparaîtront ici.</p>
          </EmptyState>
        ) : (
          <WaitingList items={items} now={ctx.now} />
        )}
      </Section>
      <Section title={`Chiffres de ${monthName(ctx.now)}`} id="chiffres">
        <dl className="grid grid-cols-[repeat(auto-fit,minmax(8rem,1fr))] gap-4">
          <Figure label="Inscriptions demandées" value={actions["registration.request"]} />
          <Figure label="Comptes activés" value={actions["account.activate"]} />
          <Figure label="Connexions" value={actions["account.sign_in"]} />
          <Figure label="Courriels envoyés" value={mailsSent} />
          <Figure label="Accès refusés" value={actions["entry.refused"]} />
        </dl>
        <p className="mt-4">
          <TextLink href={paths.manage.audit()}>Voir le détail dans le journal</TextLink>
        </p>
      </Section>
    </>
  );
}

function WaitingList({ items, now }: { readonly items: readonly WaitingItem[]; readonly now: Date }) {
  return (
    <ol className="divide-y divide-line rounded-lg border border-line bg-surface-raised">
      {items.map(({ id, title, advice, since, href }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-4 py-3 sm:px-5">
          <div className="min-w-0 flex-[1_1_20rem]">
            <p className="font-semibold">
              <TextLink href={href}>{title}</TextLink>
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

function Figure({ label, value }: { readonly label: string; readonly value: number }) {
  return (
    <div className="flex flex-col-reverse justify-end rounded-lg border border-line bg-surface-raised p-4">
      <dt className="text-ink-soft">{label}</dt>
      <dd className="text-2xl font-semibold tabular-nums">{number(value)}</dd>
    </div>
  );
}
