import { CsvImportPage } from "@/components/gestion/csv-import-page";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { columnsOf } from "@/lib/references/manage/rules";
import { listSlugs, listWords } from "@/lib/references/manage/vocabulary";
import { readList } from "../../_components/read-list";
import { importListAction, previewListAction } from "../../actions";

export const metadata = titled("Importer un référentiel");

/** A file into a list, seen before it is written (AD-09). */
export default page({ name: "manage.import_references", policy: "administrator", application: "gestion" }, (_ctx, { params }) => {
  const list = readList(params["liste"]);
  const slug = listSlugs[list];
  const words = listWords[list];
  return Promise.resolve(
    <CsvImportPage
      parents={[
        { label: "Référentiels", href: paths.manage.references },
        { label: words.title, href: paths.manage.referenceList(slug) },
      ]}
      title={`Importer : ${words.title.toLowerCase()}`}
      lead="Vous voyez d’abord, ligne par ligne, ce que le fichier ajouterait ou changerait. Rien n’est écrit avant votre accord, et tout l’est, ou rien."
      previewAction={previewListAction}
      importAction={importListAction}
      fields={{ list }}
      noun={{ one: words.one, many: words.many }}
      columns={columnsOf(list)}
      path={paths.manage.importReferences(slug)}
    />,
  );
});
