import { CsvImportPage } from "@/components/gestion/csv-import-page";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { trainerColumns } from "@/lib/trainers/creation/fields.data";
import { importTrainersAction, previewTrainersAction } from "../actions";

export const metadata = titled("Importer des intervenants");

/** A file of people to create, seen before anybody is (AD-16). */
export default page({ name: "manage.import_trainers", policy: "staff", application: "gestion" }, () =>
  Promise.resolve(
    <CsvImportPage
      parents={[{ label: "Créer un intervenant", href: paths.manage.newTrainer() }]}
      title="Importer des intervenants"
      lead="Chaque personne du fichier reçoit un courriel pour choisir son mot de passe. Civilité : Mme ou M. Structure : son code à trois chiffres."
      previewAction={previewTrainersAction}
      importAction={importTrainersAction}
      noun={{ one: "intervenant", many: "intervenants" }}
      columns={trainerColumns}
      path={paths.manage.importTrainers}
    />,
  ),
);
