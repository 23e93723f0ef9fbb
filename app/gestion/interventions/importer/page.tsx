import { CsvImportPage } from "@/components/gestion/csv-import-page";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { interventionColumns } from "@/lib/trainers/interventions/fields.data";
import { importInterventionsAction, previewInterventionsAction } from "../actions";

export const metadata = titled("Importer des interventions");

/** A file of the institution's own software, seen before it is recorded (AD-08). */
export default page({ name: "manage.import_interventions", policy: "staff", application: "gestion" }, () =>
  Promise.resolve(
    <CsvImportPage
      parents={[{ label: "Interventions", href: paths.manage.interventions() }]}
      title="Importer des interventions"
      lead="Structure : son code à trois chiffres. Intervenant : son immatriculation, ou l’adresse de son compte. Une référence déjà enregistrée est reconnue : un import relancé n’ajoute rien."
      previewAction={previewInterventionsAction}
      importAction={importInterventionsAction}
      noun={{ one: "intervention", many: "interventions" }}
      columns={interventionColumns}
      path={paths.manage.importInterventions}
    />,
  ),
);
