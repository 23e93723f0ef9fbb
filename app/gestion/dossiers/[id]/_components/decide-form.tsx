"use client";

import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-area-field";
import { type Phrasing, PhrasingPicker } from "@/components/gestion/phrasing-picker";
import { refusalLimit } from "@/lib/trainers/dossier/study/fields.data";
import { decideVersionAction } from "../../actions";
import { KeptReason } from "./kept-reason";
import { Key } from "./key";

interface Props {
  readonly versionId: string;
  readonly phrasings: readonly Phrasing[];
  /** The acting person has given the first of two agreements. */
  readonly agreed: boolean;
  /** This agreement would be the second. */
  readonly secondNow: boolean;
}

/** Validates, or refuses with a reason; a decision that came too late keeps what was written (AD-04). */
export function DecideForm({ versionId, phrasings, agreed, secondNow }: Props) {
  return (
    <Form
      id="decision"
      label="Décider de ce bloc"
      action={decideVersionAction}
      submitLabel={null}
      requiredNote={false}
      className="max-w-none rounded-lg border border-line bg-surface-raised p-4 sm:p-5"
    >
      <input type="hidden" name="versionId" value={versionId} />
      <KeptReason versionId={versionId} />
      {!agreed && (
        <div data-key="v">
          <SubmitButton name="decision" value="validated" skipChecks className="w-full">
            {secondNow ? "Donner le second accord et valider" : "Valider"} <Key>V</Key>
          </SubmitButton>
        </div>
      )}
      <div className="space-y-2" data-key="e">
        <TextAreaField
          name="reason"
          label={
            <>
              Motif du refus <Key>E</Key>
            </>
          }
          hint="La personne le lira tel quel et saura quoi corriger. N’y mettez rien de confidentiel."
          limit={refusalLimit}
          rows={3}
        />
        <PhrasingPicker phrasings={phrasings} name="reason" />
      </div>
      <div data-key="refuse">
        <SubmitButton name="decision" value="refused" variant="danger" skipChecks className="w-full">
          Refuser
        </SubmitButton>
      </div>
    </Form>
  );
}
