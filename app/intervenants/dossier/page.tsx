import { ActionButton } from "@/components/form/action-button";
import { SessionWarnings } from "@/components/trainers/session-warnings";
import { Alert } from "@/components/ui/alert";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { MoreHelp } from "@/components/ui/more-help";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { longDateAndTime, longDay, parisDay } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { absent } from "@/lib/core/refusal";
import { page, text, titled } from "@/lib/entry/page";
import { fileRulesOf } from "@/lib/files/rules";
import { readInstitution } from "@/lib/settings/institution";
import { dayTyped } from "@/lib/trainers/dossier/blocks.data";
import { interventionWarnings } from "@/lib/trainers/dossier/expiry/intervention-warnings";
import type { OwnDossier } from "@/lib/trainers/dossier/own-dossier";
import { noEnd } from "@/lib/trainers/dossier/piece-states";
import { can } from "@/lib/trainers/dossier/policy";
import { readOwnDossier } from "@/lib/trainers/dossier/read-own-dossier";
import { blockLabels, type DossierBlock, dossierBlocks } from "@/lib/trainers/dossier/vocabulary";
import { openAnswers, readOwnProfile } from "@/lib/trainers/profile/lock-profile";
import { readLists } from "@/lib/trainers/profile/read-lists";
import { textOf } from "@/lib/trainers/profile/rules";
import { renewOrderAction, restoreBlockAction } from "./actions";
import { DossierForm } from "./_components/dossier-form";
import { HistoryTable } from "./_components/history-table";
import { MissingList } from "./_components/missing-list";
import { restoreLabel, RestoreWords } from "./_components/restore-words";

const title = "Données et pièces du dossier administratif";
export const metadata = titled(title);

/** One's administrative file: the form, what is missing, its history (EI-60 to EI-68). */
export default page({ name: "trainers.dossier", policy: "signed_in", application: "intervenants" }, async (ctx, { searchParams }) => {
  if (ctx.actor.kind !== "account") throw absent();
  const profile = await readOwnProfile(ctx);
  const may = profile === null ? null : can.fill(ctx.actor, profile);
  if (profile === null || may?.allowed !== true) return <NotYet reason={may?.allowed === false ? may.reason : undefined} />;
  const lists = await readLists(ctx);
  const [own, institution, warnings] = await Promise.all([
    readOwnDossier(ctx, lists),
    readInstitution(ctx),
    interventionWarnings(ctx, profile.id),
  ]);
  const checking = text(searchParams["verifier"]) !== undefined;
  const knownErrors = Object.fromEntries(
    own.toDo.flatMap(({ target, label, message }) => (target === null ? [] : [[target, [`${label} : ${message}`]]])),
  );
  const inForce = openAnswers(profile);
  return (
    <div id="dossier-administratif" className="group/page">
      <Breadcrumb parents={[{ label: "Mon compte", href: paths.trainers.account }]} current={title} />
      <PageHeader
        title={title}
        lead="Un seul dossier pour toutes les structures. Il sert à établir vos lettres de demande et à vous payer."
      />
      <div className="max-w-3xl space-y-6 max-md:group-has-[section:target]/page:hidden">
        <Help institution={institution.shortName} />
        <Arrival message={text(searchParams["message"])} block={blockNamed(searchParams["bloc"])} own={own} />
        <RestoreQuestion block={blockNamed(searchParams["remettre"])} own={own} />
        {own.mayRenewOrder && <Unchanged />}
        {own.isComplete && <Complete own={own} />}
        <SessionWarnings warnings={warnings} hrefOf={({ block }) => paths.trainers.dossier({}, block)} />
        {/* Checked, the form itself lists what its fields want. */}
        <MissingList toDo={checking ? own.toDo.filter(({ target }) => target === null) : own.toDo} checking={checking} />
      </div>
      <div id="tous-les-blocs" className="mt-8 scroll-mt-6">
        <DossierForm
          // Sent, or a block of it put back, the form begins anew: what was typed is shown masked.
          key={`${own.lastSent?.at.toISOString() ?? ""} ${text(searchParams["le"]) ?? ""}`}
          own={{ answers: own.answers, files: own.files, sepa: own.sepa, blocks: own.blocks }}
          lists={{ countries: lists.countries, nationalities: lists.nationalities }}
          owner={ctx.actor.accountId}
          rules={fileRulesOf("dossier_piece")}
          person={{ civility: textOf(inForce, "civility"), bornOn: dayTyped(inForce, "bornOn") }}
          today={parisDay(ctx.now)}
          institution={institution.shortName}
          {...(checking && { knownErrors })}
        />
      </div>
      <div className="mt-10 max-w-4xl max-md:group-has-[section:target]/page:hidden">
        <Section title="Historique des validations" id="historique">
          <HistoryTable history={own.history} />
          <p className="mt-4">
            <TextLink href={paths.trainers.dossierLooks()}>Qui a consulté mes documents</TextLink>
          </p>
        </Section>
      </div>
    </div>
  );
});

function NotYet({
  reason = "Votre dossier administratif s’ouvre quand votre profil est validé.",
}: {
  readonly reason?: string | undefined;
}) {
  return (
    <>
      <PageHeader title={title} />
      <EmptyState
        title="Aucune pièce ne vous est demandée pour l’instant"
        action={<LinkButton href={paths.trainers.cv()}>Voir mon CV</LinkButton>}
      >
        <p>{reason}</p>
      </EmptyState>
    </>
  );
}

function Help({ institution }: { readonly institution: string }) {
  return (
    <MoreHelp about="sur le dossier administratif" title="Comment remplir votre dossier ?">
      <p>
        Remplissez les blocs que votre statut demande, et ceux que votre gestionnaire {institution} vous demande. Ce que vous saisissez est
        enregistré au fur et à mesure&nbsp;; rien n’est lu par un gestionnaire avant que vous n’appuyiez sur « Transmettre ».
      </p>
      <p>
        Les documents&nbsp;: PDF, DOC, DOCX, TXT, RTF, ODT, JPG, PNG, ou la photo d’un téléphone, de 5 Mo au plus chacun. Une photo nette
        suffit.
      </p>
      <p>
        Vos numéros (sécurité sociale, IBAN, document d’identité) et vos fichiers sont chiffrés. Ils ne s’affichent plus en entier une fois
        saisis, et chaque consultation par un gestionnaire est notée&nbsp;: vous la lisez dans « Qui a consulté mes documents ».
      </p>
      <p>
        Pour remplacer un document&nbsp;: retirez-le avec la croix rouge, chargez le nouveau, puis transmettez. L’ancien reste valable
        jusque-là. Si vous changez d’avis, « Remettre le document en vigueur » le remet dans le formulaire.
      </p>
    </MoreHelp>
  );
}

const blockNamed = (given: string | string[] | undefined): DossierBlock | undefined => dossierBlocks.find((block) => block === text(given));

/** Asked here where nothing runs in the browser: what the form would lose, before it does. */
function RestoreQuestion({ block, own }: { readonly block: DossierBlock | undefined; readonly own: OwnDossier }) {
  const standing = block === undefined ? null : own.blocks[block].standing;
  if (block === undefined || standing === null || standing.shown) return null;
  return (
    <Alert tone="warning" title={`${restoreLabel(block, standing)} : ${blockLabels[block]} ?`}>
      <RestoreWords standing={standing} />
      <div className="flex flex-wrap items-center gap-4">
        <ActionButton action={restoreBlockAction} fields={{ block }} variant="secondary">
          Remettre
        </ActionButton>
        <TextLink href={paths.trainers.dossier({}, block)}>Ne rien changer</TextLink>
      </div>
    </Alert>
  );
}

interface ArrivalProps {
  readonly message: string | undefined;
  readonly block: DossierBlock | undefined;
  readonly own: OwnDossier;
}

/** What has just happened. */
function Arrival({ message, block, own }: ArrivalProps) {
  switch (message) {
    case "transmis":
      return <JustSent own={own} />;
    case "inchange":
      return (
        <Alert tone="success" role="status" title="C’est transmis : votre situation n’a pas changé.">
          <p>Votre arrêté est renvoyé tel quel. Un gestionnaire le vérifie&nbsp;; vous n’avez rien d’autre à faire.</p>
        </Alert>
      );
    case "signe":
      return (
        <Alert tone="success" role="status" title="Votre attestation est signée et transmise.">
          <p>Le document est joint à votre dossier. Un gestionnaire le vérifie&nbsp;; vous n’avez rien à envoyer.</p>
        </Alert>
      );
    case "remis":
      return block === undefined ? null : (
        <Alert tone="success" role="status" title={`C’est remis : ${blockLabels[block]}.`}>
          <p>
            Dans le formulaire, ce bloc est de nouveau{" "}
            {own.blocks[block].standing?.waits === true ? "comme vous l’avez transmis" : "comme il est en vigueur"}.
          </p>
        </Alert>
      );
    case "enregistre":
      return (
        <Alert tone="success" role="status" title="Vos réponses sont enregistrées.">
          <p>Rien n’est encore transmis&nbsp;: quand votre saisie est finie, appuyez sur « Transmettre » en bas de page.</p>
        </Alert>
      );
    default:
      return null;
  }
}

/** What left, what is still missing, what comes next. */
function JustSent({ own }: { readonly own: OwnDossier }) {
  if (own.lastSent === null) return null;
  return (
    <Alert tone="success" role="status" title="Votre dossier est transmis.">
      <p>
        Transmis le {longDateAndTime(own.lastSent.at)}&nbsp;: {own.lastSent.blocks.map((block) => blockLabels[block]).join(", ")}.
      </p>
      <p>
        {own.toDo.length === 0
          ? "Il ne manque rien."
          : "Il manque encore ce qui est listé ci-dessous ; vous pouvez le transmettre plus tard."}
      </p>
      <p>
        Ensuite&nbsp;: un gestionnaire vérifie chaque bloc. Vous recevez un courriel s’il faut corriger quelque chose, et un autre quand
        votre dossier est complet et validé.
      </p>
    </Alert>
  );
}

function Complete({ own: { completeUntil: until, blocks } }: { readonly own: OwnDossier }) {
  // Else what ended is covered by what was sent in time and waits (EI-67).
  const isEnd = Object.values(blocks).some(({ endsOn }) => endsOn === until);
  return (
    <Alert tone="success" title="Votre dossier est complet et validé.">
      <p>
        Prochaine étape&nbsp;: la structure qui prépare votre intervention établit la lettre de demande, qui contractualise la commande de
        votre prestation. Vous n’avez rien à faire.
      </p>
      {until !== null && until !== noEnd && (
        <p>
          Il reste complet jusqu’au {longDay(until)} inclus
          {isEnd ? " ; vous serez prévenu avant." : ", le temps que vos derniers envois soient vérifiés."}
        </p>
      )}
    </Alert>
  );
}

function Unchanged() {
  return (
    <Alert tone="warning" title="Votre arrêté de situation est à renouveler">
      <p>Vous n’avez pas de nouvel arrêté&nbsp;? Renvoyez le même en un clic.</p>
      <ActionButton action={renewOrderAction} variant="secondary">
        Ma situation n’a pas changé
      </ActionButton>
    </Alert>
  );
}
