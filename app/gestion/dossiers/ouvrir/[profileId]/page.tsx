import { DecisionDone } from "@/app/gestion/dossiers/_components/decision-done";
import { Alert } from "@/components/ui/alert";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { dateTime } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { listOwnStructures } from "@/lib/trainers/library/keep-shortlist";
import { completenessWords } from "@/lib/trainers/dossier/study/words.data";
import { readClosed } from "@/lib/trainers/dossier/study/read-closed";
import { OpenForm } from "./_components/open-form";

export const metadata = titled("Ouvrir un dossier administratif");

/** Why a dossier is opened, before anything of it is shown (EI-60). */
export default page({ name: "manage.open_dossier", policy: "staff", application: "gestion" }, async (ctx, { params, searchParams }) => {
  const [closed, structures] = await Promise.all([readClosed(ctx, params["profileId"] ?? ""), listOwnStructures(ctx)]);
  const { profileId, dossierId, name, structure, completeUntil, live, planned, hours } = closed;
  return (
    <>
      <Breadcrumb parents={[{ label: "Dossiers administratifs", href: paths.manage.dossiers() }]} current={name} />
      <PageHeader
        title={`Ouvrir le dossier de ${name}`}
        lead={[structure, completenessWords(completeUntil, ctx.now)].filter(Boolean).join(". ")}
      />
      <DecisionDone said={text(searchParams["message"])} versionId={text(searchParams["fait"])} next="Dossier suivant de la file." />
      {live !== null && dossierId !== null ? (
        <div className="measure space-y-6">
          <Alert tone="info" title={`Vous avez déjà ouvert ce dossier, jusqu’au ${dateTime(live.endsAt)}.`}>
            <p>Motif : {live.reason}</p>
          </Alert>
          <LinkButton href={paths.manage.dossier(dossierId)} prefetch={false}>
            Revenir au dossier
          </LinkButton>
        </div>
      ) : (
        <OpenForm bloc={text(searchParams["bloc"]) ?? ""} profileId={profileId} hours={hours} planned={planned} structures={structures} />
      )}
    </>
  );
});
