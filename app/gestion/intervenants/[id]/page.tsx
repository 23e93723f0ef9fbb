import { FolderCheck, Send } from "lucide-react";
import { ProfileHistoryList } from "@/components/gestion/profile-history-list";
import { PrintButton } from "@/components/ui/print-button";
import { ProfileView } from "@/components/trainers/profile-view";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button-class";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { DefinitionList } from "@/components/ui/definition-list";
import { Disclosure } from "@/components/ui/disclosure";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { longDate } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { listNotes } from "@/lib/trainers/library/keep-notes";
import { listOwnStructures, listShortlist } from "@/lib/trainers/library/keep-shortlist";
import { readProfileNames } from "@/lib/trainers/library/read-profile-names";
import { readTrainer } from "@/lib/trainers/library/read-trainer";
import { profileStateLabels } from "@/lib/trainers/profile/vocabulary";
import { ShortlistButtons } from "../_components/shortlist-buttons";
import { Notes } from "./_components/notes";

export const metadata = titled("Un intervenant");

/** A trainer as managers read them, to be contacted, kept in view, invited or printed (AD-03, TR-43). */
export default page({ name: "manage.trainer", policy: "staff", application: "gestion" }, async (ctx, { params }) => {
  const trainer = await readTrainer(ctx, params["id"] ?? "");
  const { profile, name, answers, without, lines, structure, address, history } = trainer;
  const [names, notes, structures, kept] = await Promise.all([
    readProfileNames(ctx),
    listNotes(ctx, profile.id),
    listOwnStructures(ctx),
    listShortlist(ctx, profile.id),
  ]);
  const validated = profile.state === "validated";
  return (
    <>
      <Breadcrumb parents={[{ label: "CVthèque", href: paths.manage.trainers() }]} current={name} />
      <PageHeader
        title={name}
        eyebrow={<Badge tone={validated ? "success" : "neutral"}>{profileStateLabels[profile.state]}</Badge>}
        lead={[structure, profile.validatedAt !== null && `validé le ${longDate(profile.validatedAt)}`].filter(Boolean).join(", ")}
        actions={
          <>
            <a href={paths.api.trainerPdf(profile.id)} className={buttonClass("secondary")}>
              Télécharger en PDF
            </a>
            <PrintButton />
          </>
        }
      />
      {validated && (
        <div className="mb-6 flex flex-wrap items-start gap-3 print:hidden">
          <LinkButton href={paths.manage.invite({ ids: profile.id })} icon={<Send aria-hidden size={18} />}>
            Inviter à une annonce
          </LinkButton>
          <LinkButton
            href={paths.manage.openDossier(profile.id)}
            prefetch={false}
            variant="secondary"
            icon={<FolderCheck aria-hidden size={18} />}
          >
            Dossier administratif
          </LinkButton>
          <ShortlistButtons structures={structures} profileIds={[profile.id]} keptBy={kept.map(({ structureId }) => structureId)} />
        </div>
      )}
      <div className="mb-6">
        <DefinitionList
          items={[
            {
              term: "Courriel",
              value:
                address === null ? (
                  ""
                ) : (
                  <a href={`mailto:${address}`} className="link wrap-anywhere">
                    {address}
                  </a>
                ),
            },
            { term: "Immatriculation", value: profile.immatriculation ?? "Aucune : n’est pas encore intervenu" },
          ]}
        />
      </div>
      <div className="mb-6 print:hidden">
        {structures.length > 0 && (
          <Notes profileId={profile.id} notes={notes.map((note) => ({ ...note, at: longDate(note.at) }))} structures={structures} />
        )}
        <Disclosure title={`Historique (${history.length})`}>
          <ProfileHistoryList history={history} />
        </Disclosure>
      </div>
      <ProfileView answers={answers} lines={lines} names={names} cvFileId={profile.cvFileId} without={without} />
    </>
  );
});
