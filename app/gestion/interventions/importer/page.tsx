import { CsvImport } from "@/components/gestion/csv-import";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { interventionColumns } from "@/lib/trainers/interventions/fields.data";
import { importInterventionsAction, previewInterventionsAction } from "../actions";

export const metadata = titled("Importer des interventions");

/** A file of the institution's own software, seen before it is recorded (AD-08). */
export default page({ name: "manage.import_interventions", policy: "staff", application: "gestion" }, () =>
  Promise.resolve(
    <>
      <Breadcrumb parents={[{ label: "Interventions", href: paths.manage.interventions() }]} current="Importer" />
      <PageHeader
        title="Importer des interventions"
        lead="Structure : son code à trois chiffres. Intervenant : son immatriculation, ou l’adresse de son compte. Une référence déjà enregistrée est reconnue : un import relancé n’ajoute rien."
      />
      <CsvImport
        previewAction={previewInterventionsAction}
        importAction={importInterventionsAction}
        noun={{ one: "intervention", many: "interventions" }}
        columns={interventionColumns}
        path={paths.manage.importInterventions}
      />
    </>,
  ),
);
