import type { ReactNode } from "react";
import { PieceStateBadge } from "@/components/gestion/piece-badges";
import type { Phrasing } from "@/components/gestion/phrasing-picker";
import { factsOf, type ProfileNames } from "@/components/trainers/profile-view";
import { Badge } from "@/components/ui/badge";
import { DefinitionList } from "@/components/ui/definition-list";
import { Disclosure } from "@/components/ui/disclosure";
import { PageHeader } from "@/components/ui/page-header";
import { age, dateTime, shortDate, shortDay } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { dossierSpecs } from "@/lib/trainers/dossier/blocks.data";
import type { StudiedBlock, StudiedDossier, StudiedVersion } from "@/lib/trainers/dossier/study/read-studied";
import { blockLabels, type DossierBlock, versionStateLabels } from "@/lib/trainers/dossier/vocabulary";
import { BankChange } from "./bank-change";
import { DecideForm } from "./decide-form";
import { PieceViewer } from "./piece-viewer";
import { RevealNumber } from "./reveal-number";
import { StudyKeys } from "./study-keys";
import { VersionHistory } from "./version-history";

interface Props {
  readonly dossier: StudiedDossier;
  readonly block: StudiedBlock;
  readonly names: ProfileNames;
  readonly phrasings: readonly Phrasing[];
  readonly now: Date;
  /** Account of who studies. */
  readonly me: string | null;
}

/** A document beside what is declared of it and what was accepted before (AD-04); one under the other on a phone. */
export function PieceStudy({ dossier, block: studied, names, phrasings, now, me }: Props) {
  const { block, waiting, validated, state, versions } = studied;
  const shown = waiting ?? versions[0];
  if (shown === undefined) return null;
  const former = shown.id === validated?.id ? null : validated;
  const neighbours = neighboursOf(dossier, block);
  const again =
    waiting !== null && waiting.waitingSince < waiting.sentAt ? ` En attente depuis le ${shortDate(waiting.waitingSince)}.` : "";
  return (
    <>
      <PageHeader
        title={blockLabels[block]}
        eyebrow={<PieceStateBadge state={state} />}
        lead={`${dossier.name}. Transmis le ${shortDate(shown.sentAt)}, il y a ${age((now.getTime() - shown.sentAt.getTime()) / 1000)}.${again}`}
      />
      <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,3fr)_minmax(19rem,2fr)]">
        <PieceViewer
          key={shown.id}
          pieces={[...piecesOf(shown, ""), ...(former === null ? [] : piecesOf(former, "Version validée : "))]}
          {...neighbours}
        />
        <div className="min-w-0 space-y-6">
          {shown.needsSecond && <BankChange version={shown} former={former} now={now} me={me} />}
          <section aria-labelledby="declare">
            <h2 id="declare" className="mb-2 text-lg">
              Données déclarées
            </h2>
            <Declared version={shown} block={block} names={names} compare={former !== null} />
            <Until version={shown} />
          </section>
          {former !== null && (
            <Disclosure title={`En vigueur, validé le ${shortDate(former.reviews.at(-1)?.at ?? former.sentAt)}`}>
              <Declared version={former} block={block} names={names} />
              <Until version={former} />
            </Disclosure>
          )}
          {shown.state === "waiting" ? (
            <DecideForm
              key={shown.id}
              versionId={shown.id}
              phrasings={phrasings}
              agreed={hasAgreed(shown, me)}
              secondNow={isSecond(shown)}
            />
          ) : (
            <p className="font-semibold">
              {versionStateLabels[shown.state]}
              {shown.reviews.length > 0 && ` le ${dateTime(shown.reviews.at(-1)?.at ?? shown.sentAt)}`}. Rien n’attend de décision ici.
            </p>
          )}
          <VersionHistory versions={versions} />
          <StudyKeys />
        </div>
      </div>
    </>
  );
}

const isSecond = ({ needsSecond, approvedAt }: StudiedVersion) => needsSecond && approvedAt !== null;
const hasAgreed = ({ needsSecond, approvedBy }: StudiedVersion, me: string | null) =>
  needsSecond && approvedBy !== null && approvedBy === me;

const piecesOf = (version: StudiedVersion, before: string) =>
  version.files.map(({ slot, name, mediaType, bytes }) => ({
    key: `${version.id} ${slot}`,
    label: `${before}${slotLabels.get(slot) ?? name}`,
    name,
    mediaType,
    bytes,
    href: version.forgottenAt === null ? paths.api.dossierPiece(version.id, slot) : null,
  }));
const slotLabels: ReadonlyMap<string, string> = new Map(
  Object.values(dossierSpecs).flatMap(({ slots }) => slots.map(({ slot, label }) => [slot, label] as const)),
);

/** The blocks before and after, among those that were sent. */
function neighboursOf({ dossierId, blocks }: StudiedDossier, block: DossierBlock) {
  const sent = blocks.filter(({ versions }) => versions.length > 0);
  const index = sent.findIndex((one) => one.block === block);
  const hrefOf = (one: StudiedBlock | undefined) => (one === undefined ? null : paths.manage.dossier(dossierId, { bloc: one.block }));
  return { previousHref: index > 0 ? hrefOf(sent[index - 1]) : null, nextHref: hrefOf(sent[index + 1]) };
}

/** Its last day; when a later one was granted, that of the paper itself too (EI-106). */
function Until({ version: { endsOn, declaredEndsOn } }: { readonly version: StudiedVersion }) {
  if (endsOn === null) return null;
  return (
    <p className="mt-2 text-ink-soft">
      Valable jusqu’au {shortDay(endsOn)}
      {declaredEndsOn !== null &&
        declaredEndsOn !== endsOn &&
        `, par une prolongation : le document lui-même finit le ${shortDay(declaredEndsOn)}`}
      .
    </p>
  );
}

interface DeclaredProps {
  readonly version: StudiedVersion;
  readonly block: DossierBlock;
  readonly names: ProfileNames;
  /** Marks what differs from the version in force. */
  readonly compare?: boolean;
}

function Declared({ version, block, names, compare = false }: DeclaredProps) {
  const items = dossierSpecs[block].fields.flatMap((field) =>
    factsOf([field], { answers: version.answers, names, without: [] }).map(({ term, value }) => ({
      term,
      value: (
        <span className="flex flex-wrap items-start gap-x-3 gap-y-1">
          <Told value={value} />
          {compare && version.changed.includes(field.name) && <Badge tone="warning">Modifié</Badge>}
          {(field.name === "nir" || field.name === "iban") && version.answers[field.name] !== undefined && (
            <RevealNumber versionId={version.id} kind={field.name} />
          )}
        </span>
      ),
    })),
  );
  if (items.length === 0) return <p className="text-ink-soft">Ce bloc ne demande qu’un document.</p>;
  return <DefinitionList items={items} />;
}

const Told = ({ value }: { readonly value: ReactNode }) => (value === "" ? <span className="text-ink-soft">Non renseigné</span> : value);
