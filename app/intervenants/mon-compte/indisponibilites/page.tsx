import { ActionButton } from "@/components/form/action-button";
import { Alert } from "@/components/ui/alert";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { longDay, monthName, parisDay, plural } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { listOwnInterventions } from "@/lib/trainers/account/list-own-interventions";
import { listOwnUnavailabilities, type OwnUnavailability } from "@/lib/trainers/account/list-unavailabilities";
import { can } from "@/lib/trainers/account/policy";
import { daysOf, type Period, readMonth } from "@/lib/trainers/account/rules";
import { readOwnProfile } from "@/lib/trainers/profile/lock-profile";
import { AccountCrumb } from "../_components/account-crumb";
import { MonthView } from "../_components/month-view";
import { UnavailabilityForm } from "../_components/unavailability-form";
import { removeUnavailabilityAction } from "../actions";

export const metadata = titled("Mes indisponibilités");

/** What brought somebody here: a closed list, so that an address cannot speak for us. */
const arrivals: Readonly<Record<string, string>> = {
  ajoutee: "L’indisponibilité est ajoutée.",
  modifiee: "L’indisponibilité est modifiée.",
  supprimee: "L’indisponibilité est supprimée.",
};

/** Days when one cannot come, month by month and as a list (EI-52, EI-95). */
export default page(
  { name: "trainers.unavailabilities", policy: "signed_in", application: "intervenants" },
  async (ctx, { searchParams }) => {
    const today = parisDay(ctx.now);
    const month = readMonth(text(searchParams["mois"])) ?? today.slice(0, 7);
    const firstShown = `${month}-01`;
    const [profile, away, interventions] = await Promise.all([
      readOwnProfile(ctx),
      listOwnUnavailabilities(ctx, firstShown < today ? firstShown : today),
      listOwnInterventions(ctx),
    ]);
    const may = can.writeUnavailability(profile);
    const coming = away.filter(({ endsOn }) => endsOn >= today);
    const arrival = arrivals[text(searchParams["message"]) ?? ""];
    return (
      <>
        <AccountCrumb current="Mes indisponibilités" />
        <PageHeader
          title="Mes indisponibilités"
          lead="Dites quand vous ne pouvez pas intervenir : les gestionnaires le voient dans leurs recherches, et vous ne recevez pas d’alerte pour ces dates."
        />
        {arrival !== undefined && (
          <div className="mb-6">
            <Alert tone="success" role="status" title={arrival} />
          </div>
        )}
        <MonthView
          month={month}
          name={monthName(new Date(`${firstShown}T12:00:00Z`))}
          today={today}
          away={away}
          interventions={interventions}
        />
        <Section title="Périodes à venir" id="periodes">
          {coming.length === 0 ? (
            <EmptyState title="Aucune indisponibilité à venir">
              <p>Vous êtes réputé disponible tous les jours.</p>
            </EmptyState>
          ) : (
            <Periods periods={coming} />
          )}
        </Section>
        <Section title="Ajouter une période" id="ajouter">
          {may.allowed ? (
            <UnavailabilityForm />
          ) : (
            <Alert tone="info" title={may.reason}>
              <p>
                <LinkButton href={paths.trainers.cv()} variant="secondary">
                  Mon CV
                </LinkButton>
              </p>
            </Alert>
          )}
        </Section>
      </>
    );
  },
);

const inWords = ({ startsOn, endsOn }: Period) =>
  startsOn === endsOn ? `Le ${longDay(startsOn)}` : `Du ${longDay(startsOn)} au ${longDay(endsOn)}`;

function Periods({ periods }: { readonly periods: readonly OwnUnavailability[] }) {
  return (
    <ul className="max-w-3xl divide-y divide-line border-y border-line">
      {periods.map((period) => (
        <li key={period.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
          <span className="min-w-0">
            <span className="font-semibold">{inWords(period)}</span>{" "}
            <span className="text-sm whitespace-nowrap text-ink-soft">({plural(daysOf(period), "jour")})</span>
            {period.note !== "" && <span className="block wrap-anywhere text-ink-soft">{period.note}</span>}
          </span>
          <span className="flex flex-wrap items-start gap-2">
            <LinkButton
              href={paths.trainers.unavailability(period.id)}
              variant="secondary"
              size="small"
              prefetch={false}
              aria-label={`Modifier : ${inWords(period)}`}
            >
              Modifier
            </LinkButton>
            <ActionButton
              action={removeUnavailabilityAction}
              fields={{ id: period.id }}
              variant="secondary"
              size="small"
              label={`Supprimer : ${inWords(period)}`}
            >
              Supprimer
            </ActionButton>
          </span>
        </li>
      ))}
    </ul>
  );
}
