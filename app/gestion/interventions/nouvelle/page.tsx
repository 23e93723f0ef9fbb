import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { listWritableStructures } from "@/lib/trainers/ads/manage-ads";
import { InterventionForm } from "../_components/intervention-form";

export const metadata = titled("Enregistrer une intervention");

/** Records by hand (AD-08). */
export default page({ name: "manage.new_intervention", policy: "staff", application: "gestion" }, async (ctx) => (
  <>
    <Breadcrumb parents={[{ label: "Interventions", href: paths.manage.interventions() }]} current="Enregistrer" />
    <PageHeader title="Enregistrer une intervention" />
    <InterventionForm structures={await listWritableStructures(ctx)} />
  </>
));
