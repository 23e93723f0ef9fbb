import { redirect } from "next/navigation";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { documentFacts } from "@/lib/content/documents/documents.data";
import { readManagedDocument } from "@/lib/content/documents/manage-documents";
import { documentOfSlug } from "@/lib/content/documents/rules";
import { writeNotation } from "@/lib/content/notation/rules";
import { paths } from "@/lib/core/paths";
import { absent } from "@/lib/core/refusal";
import { page, titled } from "@/lib/entry/page";
import { DraftForm } from "../../_components/draft-form";

export const metadata = titled("Préparer une version");

/** Writes the draft of a document; without one, there is nothing to write (AD-07). */
export default page({ name: "manage.edit_document", policy: "administrator", application: "gestion" }, async (ctx, { params }) => {
  const slug = params["document"] ?? "";
  const key = documentOfSlug(slug);
  if (key === undefined) throw absent();
  const { draft } = await readManagedDocument(ctx, key);
  if (draft === null) redirect(paths.manage.document(slug));
  const { id, editVersion, number, title, changes, body } = draft;
  return (
    <>
      <Breadcrumb
        parents={[
          { label: "Documents", href: paths.manage.documents },
          { label: documentFacts(key).label, href: paths.manage.document(slug) },
        ]}
        current={`Version ${number}`}
      />
      <PageHeader title={`Préparer la version ${number}`} lead={documentFacts(key).label} />
      <DraftForm
        versionId={id}
        editVersion={editVersion}
        title={title}
        changes={changes}
        body={writeNotation(body)}
        first={number === 1}
        cancelHref={paths.manage.document(slug)}
      />
    </>
  );
});
