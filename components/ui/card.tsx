import { clsx } from "clsx";
import type { ReactNode } from "react";

type HeadingLevel = "h2" | "h3" | "h4";

type CardProps = {
  title?: ReactNode;
  /** Level of the heading, so that the outline of the page never skips one. */
  heading?: HeadingLevel;
  actions?: ReactNode;
  footer?: ReactNode;
  className?: string;
  children?: ReactNode;
};

/** A raised surface around one thing. */
export function Card({ title, heading: Heading = "h2", actions, footer, className, children }: CardProps) {
  return (
    <article data-outlined className={clsx("rounded-lg border border-line bg-surface-raised p-5 shadow-raised sm:p-6", className)}>
      {(title !== undefined || actions !== undefined) && (
        <div className="mb-3 flex flex-wrap items-start justify-between gap-3">
          {title !== undefined && <Heading className="text-lg">{title}</Heading>}
          {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
        </div>
      )}
      {children}
      {footer !== undefined && <div className="mt-5 flex flex-wrap gap-3 border-t border-line pt-4">{footer}</div>}
    </article>
  );
}

type SectionProps = { title: ReactNode; lead?: ReactNode; heading?: HeadingLevel; id?: string; actions?: ReactNode; children: ReactNode };

/** A titled part of a page, without a box. */
export function Section({ title, lead, heading: Heading = "h2", id, actions, children }: SectionProps) {
  return (
    <section id={id} className="mt-10 first:mt-0">
      <div className="mb-4 flex flex-wrap items-end justify-between gap-3">
        <div className="min-w-0">
          <Heading className={Heading === "h2" ? "text-xl" : "text-lg"}>{title}</Heading>
          {lead !== undefined && <div className="measure mt-1 text-ink-soft">{lead}</div>}
        </div>
        {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
