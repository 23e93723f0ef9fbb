"use client";

import { usePlainSubmission } from "@/components/form/use-plain-submission";
import { Button } from "@/components/ui/button";
import type { RevealInput } from "@/lib/trainers/dossier/study/schemas";
import { revealNumberAction } from "../../actions";

const labels = { nir: "le numéro de sécurité sociale", iban: "l’IBAN et le BIC" } as const;

/** « Afficher en entier »: asked for, noted, then shown until one leaves the page (EI-61). */
export function RevealNumber({ versionId, kind }: RevealInput) {
  const { state, pending, formAction, send } = usePlainSubmission(revealNumberAction);
  if (state.status === "done")
    return (
      <span role="status" className="block basis-full">
        <strong className="wrap-anywhere tabular-nums">{state.data.shown}</strong>
        <span className="block text-sm text-ink-soft">{state.message}</span>
      </span>
    );
  return (
    <form
      action={formAction}
      onSubmit={(event) => {
        event.preventDefault();
        send(new FormData(event.currentTarget));
      }}
    >
      <input type="hidden" name="versionId" value={versionId} />
      <input type="hidden" name="kind" value={kind} />
      <Button type="submit" size="small" variant="quiet" pending={pending} aria-label={`Afficher en entier ${labels[kind]}`}>
        Afficher en entier
      </Button>
      <span role="status" className="block text-danger">
        {state.status === "refused" && state.message}
      </span>
    </form>
  );
}
