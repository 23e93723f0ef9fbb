import { adSearchOf } from "@/components/trainers/ads-table";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { listRegions } from "@/lib/references/list-regions";
import { listSpecialties } from "@/lib/references/list-specialties";
import { listStructures } from "@/lib/references/list-structures";
import { chosenOf, criterionNames } from "../../annonces/_components/criteria";
import { SaveSearchForm } from "./_components/save-search-form";

export const metadata = titled("Enregistrer une recherche");

/** The search just made, in words, and the name to keep it under (EI-16). */
export default page({ name: "trainers.new_search", policy: "signed_in", application: "intervenants" }, async (ctx, { searchParams }) => {
  const query = text(searchParams["recherche"]) ?? "";
  const params = new URLSearchParams(query);
  const { state } = adSearchOf(Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)])));
  const [specialties, regions, structures] = await Promise.all([listSpecialties(ctx), listRegions(ctx), listStructures(ctx)]);
  const chosen = chosenOf(state, criterionNames(specialties, regions, structures));
  return (
    <>
      <Breadcrumb
        parents={[{ label: "Mes recherches enregistrées", href: paths.trainers.searches() }]}
        current="Enregistrer une recherche"
      />
      <PageHeader title="Enregistrer une recherche" />
      <div className="max-w-2xl space-y-6">
        <div>
          <h2 className="mb-2 text-lg">Ce qu’elle cherche</h2>
          {chosen.length === 0 ? (
            <p>Toutes les annonces ouvertes.</p>
          ) : (
            <ul className="list-disc pl-6">
              {chosen.map(({ label }) => (
                <li key={label}>{label}</li>
              ))}
            </ul>
          )}
          <p className="mt-2">
            <TextLink href={paths.trainers.savedAds(query)}>Changer cette recherche</TextLink>
          </p>
        </div>
        <SaveSearchForm query={query} />
      </div>
    </>
  );
});
