import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { hasRole } from "@/lib/core/ctx";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { listWritableStructures } from "@/lib/trainers/ads/manage-ads";
import { PhrasingForm } from "../_components/phrasing-form";

export const metadata = titled("Écrire une formulation");

/** A new phrasing: for all structures by the administration, for one's own by its managers (AD-02). */
export default page({ name: "manage.new_phrasing", policy: "staff", application: "gestion" }, async (ctx) => {
  const structures = await listWritableStructures(ctx);
  const national = hasRole(ctx.actor, "administrator") ? [{ value: "", label: "Toutes les structures" }] : [];
  return (
    <>
      <Breadcrumb parents={[{ label: "Formulations", href: paths.manage.phrasings() }]} current="Nouvelle formulation" />
      <PageHeader title="Écrire une formulation" lead="Elle apparaît dans la liste « Insérer une formulation » des décisions concernées." />
      <PhrasingForm audiences={[...national, ...structures.map(({ id, name }) => ({ value: id, label: name }))]} />
    </>
  );
});
