import { DataTable } from "@/components/table/data-table";
import { parseTableState } from "@/components/table/table-state";
import { adsTable } from "@/components/trainers/ads-table";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { latestNews } from "@/lib/content/news/read-news";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { listRegions } from "@/lib/references/list-regions";
import { listSpecialties } from "@/lib/references/list-specialties";
import { readInstitution } from "@/lib/settings/institution";
import { latestAds } from "@/lib/trainers/ads/search-ads";
import { DocumentLinks } from "./_components/document-links";
import { NewsSummaries } from "./_components/news-summaries";
import { SignInBox } from "./_components/sign-in-box";
import { AlreadyTrainer, BecomingTrainer } from "./_components/welcome-blocks";
import { adColumns } from "./annonces/_components/ad-columns";
import { FilterChoice } from "./annonces/_components/filter-fields";

export const metadata = titled("Espace Intervenants");

const [adsShown, newsShown] = [10, 3];

/** The public door of the trainers' application: the way in, a quick search, news, documents and the latest ads (EI-01). */
export default page({ name: "trainers.home", policy: "visitor" }, async (ctx) => {
  const { actor } = ctx;
  const isIn = actor.kind === "account" && actor.secondFactor !== "missing";
  const [ads, news, specialties, regions, { shortName }] = await Promise.all([
    latestAds(ctx, adsShown),
    latestNews(ctx, newsShown),
    listSpecialties(ctx),
    listRegions(ctx),
    readInstitution(ctx),
  ]);
  const names = {
    specialties: new Map(specialties.map(({ code, name }) => [code, name])),
    regions: new Map(regions.map(({ code, name }) => [code, name])),
  };
  return (
    <>
      <PageHeader
        title="Espace Intervenants"
        lead="Transmettez votre métier aux agents des collectivités : nos structures cherchent toute l’année des personnes pour animer leurs formations."
      />
      <div className="grid gap-6 lg:grid-cols-2 xl:grid-cols-3">
        <search aria-label="Recherche rapide d’annonces" className="xl:col-span-2">
          <form
            action={paths.trainers.ads()}
            method="get"
            className="h-full rounded-lg border border-line bg-surface-raised p-5 shadow-raised sm:p-6"
          >
            <h2 className="mb-3 text-lg">Recherche rapide des annonces</h2>
            <div className="flex flex-wrap items-end gap-4">
              <FilterChoice
                name="region"
                label="Région"
                all="Toutes les régions"
                value=""
                options={regions.map(({ code, name }) => ({ value: code, label: name }))}
              />
              <FilterChoice
                name="specialite"
                label="Spécialité"
                all="Toutes les spécialités"
                value=""
                options={specialties.map(({ code, name }) => ({ value: code, label: name }))}
              />
              <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
                <Button type="submit">Rechercher</Button>
                <TextLink href={paths.trainers.ads()}>Recherche avancée</TextLink>
              </div>
            </div>
          </form>
        </search>
        <Card title="S’identifier">
          <SignInBox name={isIn ? `${actor.firstName} ${actor.lastName}` : null} />
        </Card>
        <Card title="Informations Espace Intervenants" className="xl:col-span-2">
          <NewsSummaries news={news} />
        </Card>
        <div className="space-y-6">
          <Card title="À lire">
            <DocumentLinks keys={["user_guide", "tutorials", "charter", "employment_conditions"]} />
          </Card>
          <Card title="Vos formulaires types">
            <DocumentLinks keys={["honor_statement_model", "travel_expenses"]} />
          </Card>
        </div>
      </div>
      <div className="mt-6 mb-10 grid gap-6 lg:grid-cols-2">
        <BecomingTrainer institution={shortName} />
        <AlreadyTrainer institution={shortName} />
      </div>
      <h2 className="mb-4 text-xl">Les dernières annonces publiées</h2>
      <DataTable
        spec={latestTable}
        state={parseTableState(latestTable, {})}
        path={paths.trainers.home}
        caption="Les dernières annonces publiées"
        noun={{ one: "annonce", many: "annonces" }}
        columns={adColumns(names, "").map((column) => ({ ...column, sortable: false }))}
        rows={ads}
        rowKey={({ id }) => id}
      />
    </>
  );
});

/** As it comes: neither sorted nor filtered here. */
const latestTable = { sorts: adsTable.sorts, direction: "desc" } as const;
