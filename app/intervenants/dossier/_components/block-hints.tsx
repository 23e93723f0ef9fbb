"use client";

import { useEffect, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { hintedFields, hintsOf, sepaOf } from "@/lib/trainers/dossier/coherence/rules";
import type { Person } from "@/lib/trainers/dossier/nir-rules";
import type { DossierBlock } from "@/lib/trainers/dossier/vocabulary";

/** Calls back with a form's field each time that it is left with another answer. */
function useAnswered(formId: string, follow: (form: HTMLFormElement) => void): void {
  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return;
    const listener = () => void setTimeout(() => follow(form));
    form.addEventListener("change", listener);
    return () => form.removeEventListener("change", listener);
  });
}

const typedIn = (form: HTMLFormElement, name: string): string => {
  const value = new FormData(form).get(name);
  return typeof value === "string" ? value.trim() : "";
};

interface Props {
  readonly formId: string;
  readonly block: DossierBlock;
  /** Of what is kept, which the browser may not have whole. */
  readonly kept: readonly string[];
  readonly person: Person;
  readonly today: string;
}

/** What does not fit together, said before sending; it never keeps from sending. */
export function BlockHints({ formId, block, kept, person, today }: Props) {
  const [typed, setTyped] = useState<readonly string[] | null>(null);
  const fields = hintedFields[block];
  useAnswered(formId, (form) => {
    if (fields === undefined) return;
    const answers = Object.fromEntries(fields.map((name) => [name, typedIn(form, name)]));
    const next = Object.values(answers).every((answer) => answer === "") ? null : hintsOf(block, answers, person, today);
    setTyped((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
  });
  if (fields === undefined) return null;
  const hints = typed ?? kept;
  return (
    <div role="status">
      {hints.length > 0 && (
        <Alert tone="warning" title="À vérifier avant de transmettre">
          {hints.map((hint) => (
            <p key={hint}>{hint}</p>
          ))}
          <p>Si tout est exact, transmettez : un gestionnaire vérifiera.</p>
        </Alert>
      )}
    </div>
  );
}

/** "Zone SEPA", ticked by itself by the country of the IBAN (EI-63). */
export function SepaBox({ formId, kept }: { readonly formId: string; readonly kept: boolean | null }) {
  const [typed, setTyped] = useState<boolean | null>(null);
  useAnswered(formId, (form) => setTyped(sepaOf(typedIn(form, "iban"))));
  return (
    <label className="flex min-h-11 w-fit items-center gap-3">
      <input type="checkbox" checked={typed ?? kept ?? false} disabled readOnly className="size-5" />
      <span>
        Zone SEPA <span className="text-sm text-ink-soft">(cochée d’elle-même, selon le pays de l’IBAN)</span>
      </span>
    </label>
  );
}
