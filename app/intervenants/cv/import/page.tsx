import { ActionButton } from "@/components/form/action-button";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/core/paths";
import { redirect } from "next/navigation";
import { page, titled } from "@/lib/entry/page";
import { fileRulesOf } from "@/lib/files/rules";
import { readProposals } from "@/lib/trainers/cv-import/read-cv";
import { readOwnCv } from "@/lib/trainers/profile/read-own-cv";
import { attachCvFileAction, readCvAction, removeCvFileAction } from "../actions";
import { CvFileForm } from "@/components/trainers/wizard/file-form";
import { ProposalList } from "../_components/proposal-list";

export const metadata = titled("Partir de mon CV");

/** A CV file proposes answers, that the trainer takes or leaves one by one (EI-33). */
export default page({ name: "trainers.cv_import", policy: "signed_in", application: "intervenants" }, async (ctx) => {
  const [cv, found] = await Promise.all([readOwnCv(ctx), readProposals(ctx)]);
  if (cv.state === "submitted" || cv.state === "archived") redirect(paths.trainers.cv());
  return (
    <>
      <Breadcrumb parents={[{ label: "Mon CV", href: paths.trainers.cv() }]} current="Partir de mon CV" />
      <PageHeader
        title="Partir de mon CV"
        lead="Votre fichier est lu sur notre serveur et n’est transmis à personne. Rien n’entre dans le formulaire sans votre accord."
      />
      <div className="max-w-3xl space-y-8">
        <section aria-labelledby="titre-fichier" className="space-y-4">
          <h2 id="titre-fichier" className="text-xl">
            1. Joindre le fichier
          </h2>
          <CvFileForm
            place="trainer_cv"
            label="Votre CV, en PDF ou en DOCX pour être lu"
            rules={fileRulesOf("trainer_cv")}
            current={cv.cvFile}
            target=""
            attach={attachCvFileAction}
            remove={removeCvFileAction}
            removeFields={{}}
            returnTo={paths.trainers.cvImport}
          />
        </section>
        {cv.cvFile !== null && (
          <section aria-labelledby="titre-lecture" className="space-y-4 border-t border-line pt-6">
            <h2 id="titre-lecture" className="text-xl">
              2. Le lire
            </h2>
            <ActionButton action={readCvAction}>{found === null ? "Lire mon CV" : "Le lire de nouveau"}</ActionButton>
          </section>
        )}
        {found !== null && (
          <section aria-labelledby="titre-propositions" className="space-y-4 border-t border-line pt-6">
            <h2 id="titre-propositions" className="text-xl">
              3. Vérifier chaque proposition
            </h2>
            <ProposalList proposals={found.proposals} answers={cv.answers} />
          </section>
        )}
      </div>
    </>
  );
});
