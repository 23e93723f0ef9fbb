"use client";

import { ActionButton } from "@/components/form/action-button";
import { Alert } from "@/components/ui/alert";
import { firstAgreement, undoMinutes } from "@/lib/trainers/dossier/study/fields.data";
import { undoDecisionAction } from "../actions";

interface Props {
  readonly said: string | undefined;
  /** The sending that was decided: it can be undone. */
  readonly versionId: string | undefined;
  /** What the page shows now. */
  readonly next: string;
}

/** A closed list, so that an address cannot speak for us. */
const words: Readonly<Record<string, string>> = {
  validated: "Bloc validé.",
  approved: firstAgreement,
  refused: "Bloc refusé : la personne reçoit votre motif par courriel.",
};

/** What was just decided, on whatever page one goes on with, and the way to take it back. */
export function DecisionDone({ said, versionId, next }: Props) {
  const title = said === undefined ? undefined : Object.hasOwn(words, said) ? words[said] : undefined;
  if (title === undefined) return null;
  return (
    <div className="mb-6 print:hidden">
      <Alert tone="success" title={title} role="status">
        {next !== "" && <p>{next}</p>}
        {versionId !== undefined && (
          <ActionButton action={undoDecisionAction} fields={{ versionId }} variant="secondary" size="small">
            Annuler cette décision ({undoMinutes} minutes)
          </ActionButton>
        )}
      </Alert>
    </div>
  );
}
