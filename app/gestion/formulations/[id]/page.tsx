import { ActionButton } from "@/components/form/action-button";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Section } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { readPhrasing } from "@/lib/trainers/review/list-phrasings";
import { PhrasingForm } from "../_components/phrasing-form";
import { retirePhrasingAction } from "../actions";

export const metadata = titled("Modifier une formulation");

/** One phrasing, changed or taken out of the library (AD-02). */
export default page({ name: "manage.phrasing", policy: "staff", application: "gestion" }, async (ctx, { params }) => {
  const phrasing = await readPhrasing(ctx, params["id"] ?? "");
  return (
    <>
      <Breadcrumb parents={[{ label: "Formulations", href: paths.manage.phrasings() }]} current={phrasing.title} />
      <PageHeader title={phrasing.title} lead={`Pour : ${phrasing.structure ?? "toutes les structures"}`} />
      <PhrasingForm editing={phrasing} audiences={[]} />
      <Section title="Retirer de la bibliothèque" id="retirer" lead="Ce qui a été écrit avec cette formulation ne change pas.">
        <ActionButton action={retirePhrasingAction} fields={{ phrasingId: phrasing.id }} variant="danger">
          Retirer la formulation
        </ActionButton>
      </Section>
    </>
  );
});
