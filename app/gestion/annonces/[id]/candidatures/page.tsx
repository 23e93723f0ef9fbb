import { AdStateBadge } from "@/components/gestion/ad-state-badge";
import { ListExport } from "@/components/gestion/export-links";
import { receivedSearchOf, receivedTable } from "@/components/gestion/received-table";
import { StateFilter } from "@/components/gestion/state-filter";
import { DataTable } from "@/components/table/data-table";
import { Alert } from "@/components/ui/alert";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { countReceived, listReceived } from "@/lib/trainers/applications/received-applications";
import { longestReason } from "@/lib/trainers/applications/schemas";
import { applicationStateLabels, receivedStates } from "@/lib/trainers/applications/vocabulary";
import { listPhrasings } from "@/lib/trainers/review/list-phrasings";
import { AdTabs } from "../_components/ad-tabs";
import { receivedColumns } from "./_components/columns";
import { DecideForm } from "./_components/decide-form";

export const metadata = titled("Candidatures à une annonce");

const formId = "decision";

const left = "Celles dont l’état avait changé entre-temps sont restées telles quelles.";
/** What brought somebody here: a closed list, so that an address cannot speak for us. */
const arrivals: Readonly<Record<string, readonly [string, string?]>> = {
  etudiees: ["Les candidatures cochées sont marquées comme étudiées."],
  "etudiees-sauf": ["Les candidatures cochées sont marquées comme étudiées.", left],
  "non-retenues": ["Les candidatures cochées ne sont pas retenues : un courriel part à chaque personne, avec votre motif."],
  "non-retenues-sauf": ["Les candidatures cochées ne sont pas retenues : un courriel part à chaque personne, avec votre motif.", left],
};

/** Who answers an ad, and what they are answered (AD-05). */
export default page({ name: "manage.ad_applications", policy: "staff", application: "gestion" }, async (ctx, { params, searchParams }) => {
  const { state, search } = receivedSearchOf(searchParams);
  const { ad, found, applications, next } = await listReceived(ctx, params["id"] ?? "", search);
  const [{ received }, phrasings] = await Promise.all([countReceived(ctx, ad.id), listPhrasings(ctx, "application")]);
  const [arrival, more] = arrivals[text(searchParams["message"]) ?? ""] ?? [];
  // Once something was decided, the list starts afresh: what was ticked is not ticked any more.
  const stamp = Math.max(0, ...applications.map(({ lastActionAt }) => lastActionAt.getTime()));
  return (
    <>
      <Breadcrumb
        parents={[
          { label: "Annonces", href: paths.manage.ads() },
          { label: ad.title, href: paths.manage.ad(ad.id) },
        ]}
        current="Candidatures"
      />
      <PageHeader
        title="Candidatures reçues"
        eyebrow={<AdStateBadge state={ad.state} />}
        lead={ad.number === null ? ad.title : `N° ${ad.number}, ${ad.title}`}
      />
      <AdTabs adId={ad.id} current="applications" received={received} />
      {arrival !== undefined && (
        <div className="mb-6">
          <Alert tone="success" title={arrival} role="status">
            {more}
          </Alert>
        </div>
      )}
      <DataTable
        key={stamp}
        spec={receivedTable}
        state={state}
        path={paths.manage.adApplications(ad.id)}
        caption="Liste des candidatures"
        noun={{ one: "candidature", many: "candidatures" }}
        total={found}
        columns={receivedColumns}
        rows={applications}
        rowKey={({ id }) => id}
        next={next}
        searchLabel="Rechercher une personne"
        searchHint="Nom ou prénom"
        filters={<StateFilter name="etat" states={receivedStates} labels={applicationStateLabels} chosen={search.state} />}
        actions={applications.length > 0 && <ListExport list="candidatures" spec={receivedTable} state={state} of={{ annonce: ad.id }} />}
        selection={{
          formId,
          name: "ids",
          rowLabel: ({ firstName, lastName }) => `la candidature de ${firstName} ${lastName}`,
          bar: (
            <div className="mt-6">
              <DecideForm
                id={formId}
                adId={ad.id}
                limit={longestReason}
                phrasings={phrasings.map(({ id, title, body }) => ({ id, title, body }))}
              />
            </div>
          ),
        }}
        empty={
          <EmptyState title="Aucune candidature pour l’instant">
            <p>Votre structure reçoit un courriel à chaque candidature. Vous pouvez aussi inviter des personnes depuis la CVthèque.</p>
          </EmptyState>
        }
      />
    </>
  );
});
