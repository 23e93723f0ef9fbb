import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { listRegionChoices } from "@/lib/references/manage/list-references";
import { listSlugs, listWords } from "@/lib/references/manage/vocabulary";
import { readList } from "../../_components/read-list";
import { ReferenceForm } from "../../_components/reference-form";

export const metadata = titled("Ajouter à un référentiel");

/** A new line of a list (AD-09). */
export default page({ name: "manage.new_reference", policy: "administrator", application: "gestion" }, async (ctx, { params }) => {
  const list = readList(params["liste"]);
  const slug = listSlugs[list];
  const words = listWords[list];
  return (
    <>
      <Breadcrumb
        parents={[
          { label: "Référentiels", href: paths.manage.references },
          { label: words.title, href: paths.manage.referenceList(slug) },
        ]}
        current="Ajouter"
      />
      <PageHeader title={words.add} />
      <ReferenceForm
        list={list}
        values={{ messagingOpen: "oui" }}
        regions={list === "structures" ? await listRegionChoices(ctx) : []}
        cancelHref={paths.manage.referenceList(slug)}
      />
    </>
  );
});
