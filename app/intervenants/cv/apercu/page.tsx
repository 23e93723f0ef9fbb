import { buttonClass } from "@/components/ui/button-class";
import { PrintButton } from "@/components/ui/print-button";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { ProfileView } from "@/components/trainers/profile-view";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { readProfileNames } from "@/lib/trainers/library/read-profile-names";
import { nameOf } from "@/lib/trainers/profile/rules";
import { readOwnCv } from "@/lib/trainers/profile/read-own-cv";

export const metadata = titled("Aperçu de mon CV");

/** One's CV as managers read it (EI-33). */
export default page({ name: "trainers.cv_preview", policy: "signed_in", application: "intervenants" }, async (ctx) => {
  const [cv, names] = await Promise.all([readOwnCv(ctx), readProfileNames(ctx)]);
  const { answers, lines, cvFile } = cv;
  return (
    <>
      <Breadcrumb parents={[{ label: "Mon CV", href: paths.trainers.cv() }]} current="Aperçu" />
      <PageHeader
        title={nameOf(answers)}
        eyebrow="Votre CV, tel que les gestionnaires le lisent"
        actions={
          <>
            <a href={paths.api.profilePdf} className={buttonClass("secondary")}>
              Télécharger en PDF
            </a>
            <PrintButton />
          </>
        }
      />
      <div className="max-w-3xl">
        <ProfileView
          answers={answers}
          lines={lines.map(({ file, ...line }) => ({ ...line, fileId: file?.id ?? null }))}
          names={names}
          cvFileId={cvFile?.id ?? null}
        />
      </div>
    </>
  );
});
