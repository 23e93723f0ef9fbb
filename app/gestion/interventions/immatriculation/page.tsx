import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { ImmatriculationForm } from "../_components/immatriculation-form";

export const metadata = titled("Immatriculer un intervenant");

/** The registration number that the institution gave (AD-08, EI-50). */
export default page({ name: "manage.registration_number", policy: "staff", application: "gestion" }, () =>
  Promise.resolve(
    <>
      <Breadcrumb parents={[{ label: "Interventions", href: paths.manage.interventions() }]} current="Immatriculer" />
      <PageHeader
        title="Immatriculer un intervenant"
        lead="Une personne immatriculée a déjà travaillé pour l’établissement : son identité, ses coordonnées, son statut et son employeur ne se modifient plus que sur demande."
      />
      <ImmatriculationForm />
    </>,
  ),
);
