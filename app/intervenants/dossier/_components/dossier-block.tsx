"use client";

import { Alert } from "@/components/ui/alert";
import { ProfileField } from "@/components/trainers/wizard/profile-field";
import { EmployerFinder } from "@/components/trainers/wizard/employer-finder";
import type { FileRules } from "@/components/form/file-rules";
import { TextLink } from "@/components/ui/text-link";
import { longDay } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { dossierSpecs, slotsOf } from "@/lib/trainers/dossier/blocks.data";
import type { Need } from "@/lib/trainers/dossier/needs.data";
import type { Person } from "@/lib/trainers/dossier/nir-rules";
import type { OwnBlock, OwnDossier } from "@/lib/trainers/dossier/own-dossier";
import type { DossierBlock as BlockName } from "@/lib/trainers/dossier/vocabulary";
import { employerType } from "@/lib/trainers/profile/fields.data";
import { isRequired, isShown, type Lists, textOf } from "@/lib/trainers/profile/rules";
import type { Answers } from "@/lib/trainers/profile/vocabulary";
import { BlockHints, SepaBox } from "./block-hints";
import { MaskedField } from "./masked-field";
import { PieceSlot } from "./piece-slot";
import { RestoreBlock } from "./restore-block";
import { StateBadge } from "./state-badge";

export interface BlockContext {
  readonly formId: string;
  /** Of the copy that the browser keeps of the form. */
  readonly copyKey: string;
  readonly own: Pick<OwnDossier, "answers" | "files" | "sepa">;
  readonly lists: Lists;
  readonly rules: FileRules;
  readonly person: Person;
  readonly today: string;
  /** "CNFPT" */
  readonly institution: string;
}

interface Props extends BlockContext {
  readonly name: BlockName;
  readonly block: OwnBlock;
  readonly need: Need;
  /** What is answered so far, as far as it decides what is asked. */
  readonly live: Answers;
}

/** One block of the dossier: what is asked and why, where it stands, its questions and its documents (EI-60). */
export function DossierBlock({ name, block, need, live, ...context }: Props) {
  const spec = dossierSpecs[name];
  const { formId, own, lists, rules, person, today, institution } = context;
  const wanted = need === "required" || block.request !== null;
  const toReplace = block.state === "expiring" || block.state === "expired" || block.state === "refused";
  return (
    <>
      <div className="space-y-2">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <h2 id={`titre-${name}`} className="text-xl">
            {spec.title}
          </h2>
          <StateBadge name={name} block={block} need={need} />
        </div>
        {block.request !== null && <Request request={block.request} institution={institution} />}
        <p className="text-ink-soft">{spec.why}</p>
        <p className="text-sm text-ink-soft">{block.kept}</p>
      </div>
      <Standing block={block} />
      {name === "employer" && employerType(live) === "public" && <EmployerFinder formId={formId} />}
      {spec.fields
        .filter((field) => isShown(field, live))
        .map((field) =>
          field.masked === undefined ? (
            <ProfileField
              key={field.name}
              spec={field}
              answers={live}
              lists={lists}
              townsId={field.kind === "city" ? `${formId}-towns-${field.name}` : undefined}
            />
          ) : (
            <MaskedField key={field.name} spec={field} required={isRequired(field, live)} mask={textOf(own.answers, field.name)} />
          ),
        )}
      {name === "bank" && <SepaBox formId={formId} kept={own.sepa} />}
      <BlockHints formId={formId} block={name} kept={block.hints} person={person} today={today} />
      {slotsOf(spec, live).map(({ slot, label }) => (
        <PieceSlot
          key={slot}
          slot={slot}
          label={label}
          piece={own.files[slot]}
          required={wanted || spec.fields.length > 0}
          toReplace={toReplace}
          rules={rules}
        />
      ))}
      {block.scansErased !== null && <p className="text-ink-soft">Document {block.scansErased} : vous n’avez rien à renvoyer.</p>}
      {block.standing !== null && <RestoreBlock block={name} copyKey={context.copyKey} title={spec.title} standing={block.standing} />}
      {name === "honour" && (
        <p>
          Rien à imprimer&nbsp;: <TextLink href={paths.trainers.dossierHonour}>remplir et signer l’attestation en ligne</TextLink>.
        </p>
      )}
    </>
  );
}

function Request({ request, institution }: { readonly request: NonNullable<OwnBlock["request"]>; readonly institution: string }) {
  return (
    <div className="space-y-1">
      <p className="font-semibold text-danger">Les informations ci-dessous sont demandées par votre gestionnaire {institution}</p>
      {request.message !== "" && <p className="whitespace-pre-line">{request.message}</p>}
      <p className="text-sm text-ink-soft">
        {request.structure}, le {request.askedOn}
      </p>
    </div>
  );
}

/** What becomes of the piece; the words of EI-67. */
function Standing({ block: { state, endsOn, refusedBecause } }: { readonly block: OwnBlock }) {
  const until = endsOn === null ? null : <p>Fin de validité&nbsp;: {longDay(endsOn)} inclus.</p>;
  switch (state) {
    case "expiring":
      return (
        <Alert tone="warning" title="Cette pièce doit être mise à jour">
          {until}
        </Alert>
      );
    case "expired":
      return (
        <Alert tone="danger" title="Cette pièce n’est plus à jour. Veuillez charger la nouvelle pièce">
          {until}
        </Alert>
      );
    case "refused":
      return (
        <Alert tone="danger" title="Votre gestionnaire a refusé cet envoi">
          {refusedBecause !== null && <p className="whitespace-pre-line">{refusedBecause}</p>}
          <p>Corrigez, puis transmettez de nouveau.</p>
          {until}
        </Alert>
      );
    case "waiting":
      return (
        <Alert tone="info" title="Votre envoi est en cours de vérification. Vous pouvez encore le corriger et le transmettre à nouveau." />
      );
    case "valid":
      return until;
    case "missing":
    case "not_concerned":
      return null;
  }
}
