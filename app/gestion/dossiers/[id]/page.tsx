import { redirect } from "next/navigation";
import { SessionWarnings } from "@/components/trainers/session-warnings";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Section } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { accountIdOf } from "@/lib/core/ctx";
import { dateTime, shortDate } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { type InterventionWarning, interventionWarnings } from "@/lib/trainers/dossier/expiry/intervention-warnings";
import type { Need } from "@/lib/trainers/dossier/needs.data";
import { findDossier, readStudied, type StudiedBlock, type StudiedDossier } from "@/lib/trainers/dossier/study/read-studied";
import { completenessWords } from "@/lib/trainers/dossier/study/words.data";
import type { PieceState } from "@/lib/trainers/dossier/vocabulary";
import { readProfileNames } from "@/lib/trainers/library/read-profile-names";
import { listPhrasings } from "@/lib/trainers/review/list-phrasings";
import { DecisionDone } from "../_components/decision-done";
import { AskForm } from "./_components/ask-form";
import { BlockList } from "./_components/block-list";
import { OpenRequests } from "./_components/open-requests";
import { PieceStudy } from "./_components/piece-study";

export const metadata = titled("Dossier administratif");

/** One dossier, for who said why: all its blocks, or one of them beside its document (AD-04, EI-60). */
export default page({ name: "manage.dossier", policy: "staff", application: "gestion" }, async (ctx, { params, searchParams }) => {
  const id = params["id"] ?? "";
  const { profile, opening } = await findDossier(ctx, id);
  const said = { message: text(searchParams["message"]), fait: text(searchParams["fait"]) };
  if (opening === null) redirect(paths.manage.openDossier(profile.id, { ...said, bloc: text(searchParams["bloc"]) }));
  const [dossier, names, phrasings, warnings] = await Promise.all([
    readStudied(ctx, id),
    readProfileNames(ctx),
    listPhrasings(ctx, "piece"),
    interventionWarnings(ctx, profile.id, "theirs"),
  ]);
  const chosen = chosenBlock(dossier, text(searchParams["bloc"]));
  return (
    <>
      <Breadcrumb
        parents={[
          { label: "Dossiers administratifs", href: paths.manage.dossiers() },
          ...(chosen === undefined ? [] : [{ label: dossier.name, href: paths.manage.dossier(id) }]),
        ]}
        current={chosen === undefined ? dossier.name : "Vérifier une pièce"}
      />
      <DecisionDone said={said.message} versionId={said.fait} next={chosen === undefined ? "" : "Voici la pièce suivante."} />
      {chosen === undefined ? (
        <Overview dossier={dossier} now={ctx.now} warnings={warnings} />
      ) : (
        <PieceStudy
          dossier={dossier}
          block={chosen}
          names={names}
          now={ctx.now}
          me={accountIdOf(ctx.actor)}
          phrasings={phrasings.map(({ id: key, title, body }) => ({ id: key, title, body }))}
        />
      )}
    </>
  );
});

/** The block that the address names, or the first that waits; undefined for the dossier as a whole. */
function chosenBlock({ blocks }: StudiedDossier, wanted: string | undefined): StudiedBlock | undefined {
  if (wanted === "suivant") return blocks.find(({ waiting }) => waiting !== null);
  return blocks.find(({ block, versions }) => block === wanted && versions.length > 0);
}

interface OverviewProps {
  readonly dossier: StudiedDossier;
  readonly now: Date;
  readonly warnings: readonly InterventionWarning[];
}

function Overview({ dossier, now, warnings }: OverviewProps) {
  const { name, structure, completeUntil, opening, blocks, dossierId, profileId } = dossier;
  const waiting = blocks.filter((block) => block.waiting !== null);
  const requests = blocks.flatMap(({ block, request }) =>
    request === null ? [] : [{ ...request, block, askedOn: shortDate(request.askedAt) }],
  );
  return (
    <>
      <PageHeader
        title={name}
        lead={[structure, completenessWords(completeUntil, now)].filter(Boolean).join(". ")}
        actions={
          waiting.length > 0 && (
            <LinkButton href={paths.manage.dossier(dossierId, { bloc: "suivant" })} prefetch={false}>
              Vérifier les pièces ({waiting.length})
            </LinkButton>
          )
        }
      />
      <p className="mb-6 text-ink-soft">
        Vous avez ouvert ce dossier jusqu’au {dateTime(opening.endsAt)}. Motif : {opening.reason}.{" "}
        <TextLink href={paths.manage.trainer(profileId)} prefetch={false}>
          Lire le profil
        </TextLink>
      </p>
      {warnings.length > 0 && (
        <div className="mb-8 max-w-3xl">
          <SessionWarnings warnings={warnings} hrefOf={({ block }) => paths.manage.dossier(dossierId, { bloc: block })} />
        </div>
      )}
      <Section title="Blocs" id="blocs">
        <BlockList dossierId={dossierId} blocks={blocks} />
      </Section>
      <Section title="Demander des pièces" id="demander" lead="La personne reçoit un seul courriel, avec le lien vers son formulaire.">
        {requests.length > 0 && <OpenRequests requests={requests} />}
        <AskForm
          key={requests.length}
          dossierId={dossierId}
          blocks={blocks.filter(({ request, waiting: sent }) => request === null && sent === null).map(({ block }) => block)}
          missing={blocks.filter(({ state, need, request }) => request === null && needsIt(state, need)).map(({ block }) => block)}
        />
      </Section>
    </>
  );
}

/** What a manager most likely comes to ask for. */
const needsIt = (state: PieceState, need: Need) => need === "required" && (state === "missing" || state === "expired");
