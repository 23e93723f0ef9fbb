"use client";

import { SubmitButton } from "@/components/form/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/core/paths";
import type { FieldErrors } from "@/lib/core/refusal";
import { lineTableOf } from "@/lib/trainers/profile/lines.data";
import { isShown, type Lists } from "@/lib/trainers/profile/rules";
import type { Answers, LineKind } from "@/lib/trainers/profile/vocabulary";
import { saveLineAction } from "../actions";
import { ProfileField } from "@/components/trainers/wizard/profile-field";
import { WizardForm } from "@/components/trainers/wizard/wizard-form";

interface Props {
  readonly kind: LineKind;
  readonly lineId: string;
  readonly answers: Answers;
  readonly lists: Lists;
  readonly owner: string;
  readonly knownErrors: FieldErrors;
}

/** The form of one line; "Enregistrer" leads back to the page of the tables. */
export function LineForm({ kind, lineId, answers, lists, owner, knownErrors }: Props) {
  const { title, fields } = lineTableOf(kind);
  return (
    <WizardForm
      formId="cv-ligne"
      action={saveLineAction}
      hidden={{ lineId }}
      fields={fields}
      answers={answers}
      lists={lists}
      keptAt={paths.api.profile}
      keptWith={{ lineId }}
      returnTo={paths.trainers.cv()}
      copy={lineId}
      owner={owner}
      knownErrors={knownErrors}
      label={title}
      questions={(live) =>
        fields
          .filter((spec) => isShown(spec, live))
          .map((spec) => <ProfileField key={spec.name} spec={spec} answers={live} lists={lists} />)
      }
    >
      <div className="flex flex-wrap items-center gap-3 pt-2">
        <SubmitButton>Enregistrer et revenir à mon parcours</SubmitButton>
        <LinkButton href={paths.trainers.cvPage("parcours", `tableau-${kind}`)} variant="quiet">
          Retour
        </LinkButton>
      </div>
    </WizardForm>
  );
}
