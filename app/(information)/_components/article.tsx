import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";

interface ArticleProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

/** A page of text, at a comfortable reading width. */
export function Article({ title, lead, children }: ArticleProps) {
  return (
    <article className="measure">
      <PageHeader title={title} {...(lead === undefined ? {} : { lead })} />
      <div className="space-y-8">{children}</div>
    </article>
  );
}

export function Chapter({ title, id, children }: { readonly title: string; readonly id?: string; readonly children: ReactNode }) {
  return (
    <section id={id} className="space-y-3">
      <h2 className="text-xl">{title}</h2>
      {children}
    </section>
  );
}

export const Bullets = ({ items }: { readonly items: readonly ReactNode[] }) => (
  <ul className="list-disc space-y-1 pl-5">
    {items.map((item, index) => (
      // oxlint-disable-next-line react/no-array-index-key -- a fixed text: its lines never move.
      <li key={index}>{item}</li>
    ))}
  </ul>
);
