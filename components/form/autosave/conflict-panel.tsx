"use client";

import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { Difference } from "./local-copy";

type Value = string | readonly string[];
type Props = {
  readonly title?: string;
  readonly conflicts: readonly Difference[];
  readonly labelOf: (field: string) => string;
  readonly wordsOf: (field: string, value: Value) => string;
  readonly onKeepMine: (conflict: Difference) => void;
  readonly onTakeTheirs: (conflict: Difference) => void;
};

/** Fields changed here and elsewhere (another tab, another device): both values in view, one to choose (EI-31). */
export function ConflictPanel({
  title = "Des réponses ont changé ailleurs",
  conflicts,
  labelOf,
  wordsOf,
  onKeepMine,
  onTakeTheirs,
}: Props) {
  if (conflicts.length === 0) return null;
  return (
    <Alert tone="warning" role="alert" title={title}>
      <p>Un autre onglet ou un autre appareil a enregistré une autre valeur. Choisissez celle à garder : rien n’est perdu d’ici là.</p>
      <ul className="space-y-4">
        {conflicts.map((conflict) => (
          <li key={conflict.field} className="rounded-md border border-line bg-surface-raised p-3">
            <p className="font-semibold">{labelOf(conflict.field)}</p>
            <p>
              Votre saisie ici&nbsp;: <q>{wordsOf(conflict.field, conflict.mine)}</q>
            </p>
            <p>
              Enregistré ailleurs&nbsp;: <q>{wordsOf(conflict.field, conflict.theirs)}</q>
            </p>
            <div className="mt-2 flex flex-wrap gap-3">
              <Button variant="secondary" onClick={() => onKeepMine(conflict)} aria-label={`Garder ma saisie : ${labelOf(conflict.field)}`}>
                Garder ma saisie
              </Button>
              <Button
                variant="secondary"
                onClick={() => onTakeTheirs(conflict)}
                aria-label={`Prendre l’autre : ${labelOf(conflict.field)}`}
              >
                Prendre l’autre
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
