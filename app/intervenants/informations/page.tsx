import { Section } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { listRegions } from "@/lib/references/list-regions";
import { listStructures } from "@/lib/references/list-structures";
import { structuresByRegion } from "@/lib/references/structures-by-region";
import { DocumentLinks } from "../_components/document-links";
import { LearnMore } from "./_components/learn-more";
import { RegionList } from "./_components/region-list";
import { RegionMap } from "./_components/region-map";
import { type ShownStructure, StructureCard } from "./_components/structure-card";

export const metadata = titled("Informations complémentaires");

/** The structures of each region, chosen on a map or in a list (EI-03). */
export default page({ name: "trainers.information", policy: "visitor" }, async (ctx, { searchParams }) => {
  const [allRegions, allStructures] = await Promise.all([listRegions(ctx), listStructures(ctx)]);
  const { regions, elsewhere } = structuresByRegion(allRegions, allStructures);
  const asked = text(searchParams["region"]);
  const current = regions.find(({ region }) => region.code === asked);
  const choice = { regions: allRegions, current: current?.region.code };
  return (
    <>
      <PageHeader
        title="Informations complémentaires"
        lead="Le cadre des interventions, et nos structures dans chaque région : leurs locaux, comment venir, qui contacter."
      />
      <Section id="reperes" title="Avant d’intervenir">
        <div className="grid items-start gap-x-10 gap-y-6 xl:grid-cols-2">
          <DocumentLinks keys={["user_guide", "charter", "employment_conditions", "tutorials"]} explained />
          <Disclosure title="En savoir plus">
            <LearnMore />
          </Disclosure>
        </div>
      </Section>
      <Section
        id="carte"
        title="Choisir une région"
        lead={
          <>
            Sur la carte, ou{" "}
            <a href="#liste" className="link">
              dans la liste
            </a>
            .
          </>
        }
      >
        <div className="grid gap-8 xl:grid-cols-[minmax(0,1fr)_17rem] xl:gap-12">
          <RegionMap {...choice} />
          <div id="liste" tabIndex={-1} data-focus-target className="scroll-mt-4">
            <h3 className="mb-2 text-lg">Liste des régions</h3>
            <RegionList {...choice} />
          </div>
        </div>
      </Section>
      {current === undefined ? (
        <Section id="structures" title="Toutes les structures">
          <div className="space-y-10">
            {regions.map(({ region, structures }) => (
              <section key={region.code} className="space-y-4">
                <h3 className="text-lg">{region.name}</h3>
                <Cards structures={structures} heading="h4" />
              </section>
            ))}
            {elsewhere.length > 0 && (
              <section className="space-y-4">
                <h3 className="text-lg">Autres structures</h3>
                <Cards structures={elsewhere} heading="h4" />
              </section>
            )}
          </div>
        </Section>
      ) : (
        <section aria-labelledby="structures" className="mt-10">
          {/* The links of the map lead here: the heading takes the focus and says the region. */}
          <h2 id="structures" tabIndex={-1} data-focus-target className="w-fit text-xl">
            {current.region.name}
          </h2>
          <p className="mt-1 mb-4 text-ink-soft">{departmentsOf(current.region.departments)}</p>
          <Cards structures={current.structures} heading="h3" />
          <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2">
            <a href="#carte" className="link">
              Choisir une autre région
            </a>
            <TextLink href={paths.trainers.information()}>Voir toutes les structures</TextLink>
          </p>
        </section>
      )}
    </>
  );
});

function Cards({ structures, heading }: { readonly structures: readonly ShownStructure[]; readonly heading: "h3" | "h4" }) {
  if (structures.length === 0)
    return (
      <EmptyState title="Aucune structure ici pour le moment">
        <p>
          Écrivez-nous : la page <TextLink href={paths.legal.help}>Aide et contact</TextLink> dit comment.
        </p>
      </EmptyState>
    );
  return (
    <div className="grid items-start gap-4 xl:grid-cols-2">
      {structures.map((structure) => (
        <StructureCard key={structure.code} structure={structure} heading={heading} />
      ))}
    </div>
  );
}

const departmentsOf = (departments: readonly { readonly code: string; readonly name: string }[]) =>
  `${departments.length < 2 ? "Département" : "Départements"} : ${departments.map(({ code, name }) => `${name} (${code})`).join(", ")}.`;
