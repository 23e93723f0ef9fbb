import { CircleCheck } from "lucide-react";
import { Figure, WaitingList } from "@/components/gestion/waiting-list";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import type { Ctx } from "@/lib/core/ctx";
import { monthName, monthStart, number } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { readManagerWaiting, readMonthOfRequests } from "@/lib/trainers/review/read-waiting";
import { managerItems } from "./_components/manager-items";
import { MonthPlot } from "./_components/month-plot";

/** What waits in the structures of a manager, oldest first, and the figures of the month (AD-01). */
export async function ManagerHome({ ctx }: { readonly ctx: Ctx }) {
  const [waiting, month] = await Promise.all([readManagerWaiting(ctx), readMonthOfRequests(ctx, monthStart(ctx.now))]);
  const items = managerItems(waiting);
  return (
    <>
      <Section title="À traiter" id="a-traiter" lead={items.length > 0 && "Du plus ancien au plus récent."}>
        {items.length === 0 ? (
          <EmptyState title="Rien n’attend de décision" icon={<CircleCheck aria-hidden size={32} />}>
            <p>Les demandes d’inscription, les candidatures et les demandes de modification apparaîtront ici.</p>
          </EmptyState>
        ) : (
          <WaitingList items={items} now={ctx.now} />
        )}
        {waiting.allRequests.count > 0 && (
          <p className="mt-4">
            <TextLink href={paths.manage.requests()}>Ouvrir toutes les demandes d’inscription</TextLink>
          </p>
        )}
      </Section>
      <Section title={`Chiffres de ${monthName(ctx.now)}`} id="chiffres">
        <dl className="grid grid-cols-[repeat(auto-fit,minmax(8rem,1fr))] gap-4">
          <Figure label="Demandes reçues" value={number(month.received)} />
          <Figure label="Profils validés" value={number(month.validated)} />
          <Figure label="Compléments demandés" value={number(month.corrections)} />
          <Figure label="Demandes non retenues" value={number(month.rejected)} />
          <Figure label="Candidatures reçues" value={number(month.applications)} />
        </dl>
        <MonthPlot days={month.days} title="Demandes d’inscription, jour par jour" />
      </Section>
    </>
  );
}
