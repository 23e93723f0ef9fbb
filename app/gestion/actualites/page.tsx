import { NewsStateBadge } from "@/components/gestion/content-badges";
import { managedNewsSearchOf, managedNewsTable } from "@/components/gestion/news-table";
import type { Column } from "@/components/table/column";
import { StateFilter } from "@/components/gestion/state-filter";
import { DataTable } from "@/components/table/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { listManagedNews, type ManagedNewsLine } from "@/lib/content/news/manage-news";
import { newsStateLabels, newsStates } from "@/lib/content/news/vocabulary";
import { dateTime } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";

export const metadata = titled("Actualités");

const columns: readonly Column<ManagedNewsLine>[] = [
  {
    id: "title",
    header: "Actualité",
    rowHeader: true,
    className: "min-w-64",
    cell: ({ id, title }) => (
      <TextLink href={paths.manage.newsItem(id)} prefetch={false}>
        {title}
      </TextLink>
    ),
  },
  { id: "state", header: "État", cell: ({ state }) => <NewsStateBadge state={state} /> },
  {
    id: "publishAt",
    header: "Publication",
    cell: ({ publishAt }) => (publishAt === null ? <span className="text-ink-soft">Non fixée</span> : dateTime(publishAt)),
  },
  { id: "changedAt", header: "Dernière modification", cell: ({ changedAt }) => dateTime(changedAt) },
];

/** The news of the portal, whatever their state (AD-07). */
export default page({ name: "manage.news", policy: "administrator", application: "gestion" }, async (ctx, { searchParams }) => {
  const { state, search } = managedNewsSearchOf(searchParams);
  const { news, next } = await listManagedNews(ctx, search);
  return (
    <>
      <PageHeader
        title="Actualités"
        lead="Écrivez une actualité, publiez-la tout de suite ou programmez-la, retirez-la quand elle n’a plus lieu d’être."
        actions={<LinkButton href={paths.manage.newNews}>Écrire une actualité</LinkButton>}
      />
      <DataTable
        spec={managedNewsTable}
        state={state}
        path={paths.manage.news()}
        caption="Actualités"
        noun={{ one: "actualité", many: "actualités" }}
        columns={columns}
        rows={news}
        rowKey={({ id }) => id}
        next={next}
        searchLabel="Rechercher une actualité"
        searchHint="Des mots du titre"
        filters={<StateFilter name="state" states={newsStates} labels={newsStateLabels} chosen={search.state} />}
        empty={
          <EmptyState title="Aucune actualité n’a encore été écrite">
            <p>Une actualité reste un brouillon, que l’administration seule voit, jusqu’à sa publication.</p>
          </EmptyState>
        }
      />
    </>
  );
});
