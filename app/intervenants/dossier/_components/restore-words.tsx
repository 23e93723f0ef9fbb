import type { OwnStanding } from "@/lib/trainers/dossier/own-dossier";
import { dossierSpecs } from "@/lib/trainers/dossier/blocks.data";
import type { DossierBlock } from "@/lib/trainers/dossier/vocabulary";

/** What the act is called, by what it puts back. */
export function restoreLabel(block: DossierBlock, { waits }: OwnStanding): string {
  if (waits) return "Remettre mon dernier envoi";
  return dossierSpecs[block].slots.length > 0 ? "Remettre le document en vigueur" : "Remettre les réponses en vigueur";
}

/** What will happen, and what the form will lose (EI-68). */
export const RestoreWords = ({ standing: { waits, lost } }: { readonly standing: OwnStanding }) => (
  <div className="space-y-2">
    <p>
      Dans le formulaire, ce bloc sera de nouveau {waits ? "comme vous l’avez transmis" : "comme il est en vigueur"}. Ce que vous y avez
      saisi ou joint depuis s’efface{lost.length === 0 ? "." : " :"}
    </p>
    {lost.length > 0 && (
      <ul className="list-disc pl-5">
        {lost.map((one) => (
          <li key={one} className="wrap-anywhere">
            {one}
          </li>
        ))}
      </ul>
    )}
    <p>Ce que vous avez transmis ne change pas.</p>
  </div>
);
