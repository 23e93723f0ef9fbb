import { CircleCheck } from "lucide-react";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Figure, WaitingList } from "@/components/gestion/waiting-list";
import { TextLink } from "@/components/ui/text-link";
import { readBlocked } from "@/lib/accounts/people/read-blocked";
import { countActions } from "@/lib/audit/count-actions";
import type { Ctx } from "@/lib/core/ctx";
import { monthName, monthStart, number } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { listJobs } from "@/lib/jobs/list-jobs";
import { readWorkerPulse } from "@/lib/jobs/read-worker-pulse";
import { countMailsSent, readMailsWaiting } from "@/lib/mail/read-outbox-alerts";
import { jobs } from "@/worker/registry";
import { waitingItems } from "./_components/waiting-items";

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
          <Figure label="Inscriptions demandées" value={number(actions["registration.request"])} />
          <Figure label="Comptes activés" value={number(actions["account.activate"])} />
          <Figure label="Connexions" value={number(actions["account.sign_in"])} />
          <Figure label="Courriels envoyés" value={number(mailsSent)} />
          <Figure label="Accès refusés" value={number(actions["entry.refused"])} />
        </dl>
        <p className="mt-4">
          <TextLink href={paths.manage.audit()}>Voir le détail dans le journal</TextLink>
        </p>
      </Section>
    </>
  );
}
