import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { plural } from "@/lib/core/format";

export interface Widening {
  readonly label: string;
  readonly href: string;
  readonly count: number;
  readonly capped: boolean;
}

/** Nothing fits: how to widen, criterion by criterion, with what each step would give (EI-10). */
export function NoAd({ widenings, everything }: { readonly widenings: readonly Widening[]; readonly everything: string }) {
  return (
    <EmptyState
      title="Aucune annonce"
      action={
        <TextLink href={everything} prefetch={false} className="inline-flex min-h-11 items-center font-semibold">
          Voir toutes les annonces ouvertes
        </TextLink>
      }
    >
      <p>
        {widenings.some(({ count }) => count > 0)
          ? "Aucune annonce ouverte ne répond à tous ces critères. Pour élargir la recherche, retirez-en un :"
          : "Aucune annonce ouverte ne répond à ces critères, même avec un de moins. Retirez-en plusieurs, l’un après l’autre :"}
      </p>
      <ul aria-label="Élargir la recherche" className="mt-3">
        {widenings.map(({ label, href, count, capped }) => (
          <li key={href}>
            <TextLink href={href} prefetch={false} className="inline-flex min-h-11 items-center">
              Sans « {label} »
            </TextLink>
            {" : "}
            {capped ? "plus de " : ""}
            {plural(count, "annonce")}
          </li>
        ))}
      </ul>
    </EmptyState>
  );
}
