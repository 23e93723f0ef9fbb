"use client";

import { useMemo } from "react";
import { Button } from "@/components/ui/button";
import { MoreHelp } from "@/components/ui/more-help";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/core/paths";
import type { FieldErrors } from "@/lib/core/refusal";
import type { FieldSpec } from "@/lib/trainers/profile/field-spec";
import { blocksOf, employerType, type WizardPage, wizardPageLabels } from "@/lib/trainers/profile/fields.data";
import type { Lists } from "@/lib/trainers/profile/rules";
import type { Answers } from "@/lib/trainers/profile/vocabulary";
import { savePageAction } from "../actions";
import { Blocks } from "@/components/trainers/wizard/blocks";
import { EmployerFinder } from "@/components/trainers/wizard/employer-finder";
import { WizardForm } from "@/components/trainers/wizard/wizard-form";

interface Props {
  readonly page: WizardPage;
  readonly answers: Answers;
  readonly lists: Lists;
  readonly owner: string;
  readonly remarks: Readonly<Record<string, string>>;
  readonly knownErrors?: FieldErrors;
  /** Validated: what is saved must be right, and there is nothing left to send. */
  readonly validated: boolean;
  /** Has a registration number: what identifies is locked (EI-50). */
  readonly locked: boolean;
  /** The ad one came from, which chose the structure. */
  readonly originAd: string | null;
}

/** Longer explanations, for who asks (EI-06, EI-26). */
const help = {
  structure: (
    <MoreHelp about="sur la structure de rattachement" title="Quelle structure choisir ?">
      <p>
        Celle de la région où vous souhaitez intervenir le plus souvent, ou l’institut de votre spécialité. Elle étudie votre demande et
        reste votre interlocutrice.
      </p>
      <p>
        Locaux, accès et contacts de chacune : <TextLink href={paths.trainers.information()}>carte des structures</TextLink>.
      </p>
    </MoreHelp>
  ),
  wishes: (
    <MoreHelp about="sur vos souhaits d’intervention" title="À quoi servent ces choix ?">
      <p>
        Les gestionnaires cherchent dans la CVthèque par nature de formation, par public et par prestation. Cochez ce que vous savez faire
        aujourd’hui : vous pourrez changer.
      </p>
    </MoreHelp>
  ),
  alerts: (
    <MoreHelp about="sur les alertes" title="Quelles annonces vous seront signalées ?">
      <p>
        « Spécialités » : toutes les annonces d’une de vos spécialités, où que ce soit. « Régions » : toutes celles de vos régions. Cochés
        ensemble, ils s’ajoutent.
      </p>
      <p>« Spécialités ET régions », seul : uniquement les annonces qui remplissent les deux conditions.</p>
    </MoreHelp>
  ),
} as const;

export const formIdOf = (page: WizardPage) => `cv-${page}`;

/** One page of the CV wizard (EI-23 to EI-28). */
export function PageForm({ page, answers, lists, owner, remarks, knownErrors, validated, locked, originAd }: Props) {
  const formId = formIdOf(page);
  const fields = useMemo(() => blocksOf[page].flatMap((block) => block.fields), [page]);
  const fixedReason = (spec: FieldSpec) => {
    if (spec.name === "homeStructure" && originAd !== null) return `C’est la structure qui a publié l’annonce n° ${originAd}.`;
    if (spec.name === "homeStructure" && validated) return "Elle ne change plus ici : écrivez à votre structure, ou à l’assistance.";
    if (validated && locked && spec.locked === true)
      return "Verrouillé depuis votre première intervention : demandez sa modification dans « Mon compte ».";
    return undefined;
  };
  return (
    <WizardForm
      formId={formId}
      action={savePageAction}
      hidden={{ page }}
      fields={fields}
      answers={answers}
      lists={lists}
      keptAt={paths.api.profile}
      returnTo={paths.trainers.cv()}
      copy={formId}
      owner={owner}
      label={wizardPageLabels[page]}
      {...(knownErrors !== undefined && { knownErrors })}
      questions={(live) => (
        <Blocks
          blocks={blocksOf[page]}
          answers={live}
          lists={lists}
          remarks={remarks}
          fixedReason={fixedReason}
          townsIdOf={(name) => `${formId}-towns-${name}`}
          before={{
            ...help,
            ...(employerType(live) === "public" && !(validated && locked) && { employer: <EmployerFinder formId={formId} /> }),
          }}
        />
      )}
    />
  );
}

/**
 * The buttons of a page, at its end, outside the form that they post: tables with forms of their own stand in between.
 * "Enregistrer" comes first: it is what the Enter key does.
 */
export function PageButtons({ page, validated }: { readonly page: WizardPage; readonly validated: boolean }) {
  const form = formIdOf(page);
  const further =
    page === "identification"
      ? { value: "next", label: "Enregistrer et passer à la page suivante" }
      : { value: "send", label: "Enregistrer et transmettre ma demande d’inscription" };
  return (
    <div className="mt-8 flex flex-wrap items-center gap-3 border-t border-line pt-6">
      <Button type="submit" form={form} name="then" value="stay" variant={validated ? "primary" : "secondary"}>
        Enregistrer
      </Button>
      {!validated && (
        <Button type="submit" form={form} name="then" value={further.value}>
          {further.label}
        </Button>
      )}
    </div>
  );
}
