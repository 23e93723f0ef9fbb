import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { plural } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { countReferences } from "@/lib/references/manage/list-references";
import { listSlugs, listWords, referenceLists } from "@/lib/references/manage/vocabulary";

export const metadata = titled("Référentiels");

/** The lists that the national administrator edits (AD-09). */
export default page({ name: "manage.references", policy: "administrator", application: "gestion" }, async (ctx) => {
  const counts = await countReferences(ctx);
  return (
    <>
      <PageHeader
        title="Référentiels"
        lead="Les listes dans lesquelles on choisit partout sur le site. Ce qui n’a plus cours se retire sans se perdre : ce qui le porte déjà le garde."
      />
      <ul className="grid gap-5 sm:grid-cols-2">
        {referenceLists.map((list) => (
          <li key={list}>
            <Card
              title={<TextLink href={paths.manage.referenceList(listSlugs[list])}>{listWords[list].title}</TextLink>}
              className="h-full"
            >
              <p className="text-ink-soft">{listWords[list].lead}</p>
              <p className="mt-2 font-semibold">{plural(counts[list], listWords[list].one, listWords[list].many)} en service</p>
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
});
