import { ActionButton } from "@/components/form/action-button";
import type { Column } from "@/components/table/column";
import { DataTable } from "@/components/table/data-table";
import { parseTableState } from "@/components/table/table-state";
import { Alert } from "@/components/ui/alert";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { listOwnSearches, type OwnSearch } from "@/lib/trainers/alerts/own-searches";
import { removeSearchAction, setSearchAlertAction } from "./actions";

export const metadata = titled("Mes recherches enregistrées");

/** What brought somebody here: a closed list, so that an address cannot speak for us. */
const arrivals: Readonly<Record<string, string>> = {
  enregistree: "La recherche est enregistrée.",
  alerte: "Vous recevrez un courriel par jour au plus, quand de nouvelles annonces répondent à cette recherche.",
  "sans-alerte": "Vous ne recevrez plus de courriel pour cette recherche.",
  supprimee: "La recherche est supprimée.",
};

const table = { sorts: ["name"] } as const;

const columns: readonly Column<OwnSearch>[] = [
  {
    id: "name",
    header: "Recherche",
    rowHeader: true,
    className: "min-w-56",
    cell: ({ name, query }) => (
      <TextLink href={paths.trainers.savedAds(query)} prefetch={false}>
        {name}
      </TextLink>
    ),
  },
  { id: "alert", header: "Alerte par courriel", cell: ({ alert }) => (alert ? "Oui, une fois par jour" : "Non") },
  {
    id: "acts",
    header: "Actions",
    actions: true,
    cell: ({ id, name, alert }) => (
      <div className="flex flex-wrap gap-2">
        <ActionButton
          action={setSearchAlertAction}
          fields={{ searchId: id, alert: alert ? "non" : "oui" }}
          variant="secondary"
          size="small"
          label={`${alert ? "Arrêter" : "Recevoir"} les alertes de ${name}`}
        >
          {alert ? "Arrêter les alertes" : "Recevoir les alertes"}
        </ActionButton>
        <ActionButton
          action={removeSearchAction}
          fields={{ searchId: id }}
          variant="secondary"
          size="small"
          label={`Supprimer la recherche ${name}`}
          confirm={{ title: `Supprimer « ${name} » ?`, body: "Ses alertes s’arrêtent aussi.", confirmLabel: "Supprimer" }}
        >
          Supprimer
        </ActionButton>
      </div>
    ),
  },
];

/** The searches of ads that one keeps (EI-16). */
export default page({ name: "trainers.searches", policy: "signed_in", application: "intervenants" }, async (ctx, { searchParams }) => {
  const searches = await listOwnSearches(ctx);
  const arrival = arrivals[text(searchParams["message"]) ?? ""];
  return (
    <>
      <PageHeader
        title="Mes recherches enregistrées"
        lead="Retrouvez une recherche d’annonces d’un clic, et recevez ce qu’elle a de nouveau."
      />
      {arrival !== undefined && (
        <div className="mb-6">
          <Alert tone="success" title={arrival} role="status" />
        </div>
      )}
      <DataTable
        spec={table}
        state={parseTableState(table, {})}
        path={paths.trainers.searches()}
        caption="Liste de mes recherches"
        noun={{ one: "recherche", many: "recherches" }}
        columns={columns}
        rows={searches}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title="Vous n’avez enregistré aucune recherche"
            action={<LinkButton href={paths.trainers.ads()}>Chercher une annonce</LinkButton>}
          >
            <p>Au bas d’une recherche d’annonces, « Enregistrer cette recherche » la garde ici.</p>
          </EmptyState>
        }
      />
    </>
  );
});
