import { ArrowLeft, ArrowRight } from "lucide-react";
import { LinkButton } from "./link-button";

type Props = {
  label?: string;
  previousHref?: string | undefined;
  nextHref?: string | undefined;
  /** Back to the beginning. */ firstHref?: string | undefined;
};

/** Pages by key: next and previous only, so that page one thousand costs what page one does. */
export function Pagination({ label = "Pages", previousHref, nextHref, firstHref }: Props) {
  if (previousHref === undefined && nextHref === undefined) return null;
  return (
    <nav aria-label={label} className="mt-5 flex flex-wrap items-center justify-between gap-3 print:hidden">
      <div className="flex flex-wrap gap-3">
        {previousHref !== undefined && (
          <LinkButton href={previousHref} prefetch={false} variant="secondary" icon={<ArrowLeft aria-hidden size={18} />}>
            Page précédente
          </LinkButton>
        )}
        {firstHref !== undefined && (
          <LinkButton href={firstHref} prefetch={false} variant="quiet">
            Première page
          </LinkButton>
        )}
      </div>
      {nextHref !== undefined && (
        <LinkButton href={nextHref} prefetch={false} variant="secondary">
          Page suivante
          <ArrowRight aria-hidden size={18} />
        </LinkButton>
      )}
    </nav>
  );
}
