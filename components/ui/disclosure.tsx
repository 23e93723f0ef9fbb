import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

type Props = {
  title: ReactNode;
  /** Open at first. */ open?: boolean;
  /** Disclosures of one name close one another. */ name?: string;
  id?: string;
  className?: string;
  children: ReactNode;
};

/** More on demand; native, so it works without JavaScript and the browser's search finds its text. */
export function Disclosure({ title, open, name, id, className, children }: Props) {
  return (
    <details open={open} name={name} id={id} className={clsx("border-b border-line first:border-t", className)}>
      <summary className="flex min-h-12 items-center justify-between gap-4 py-2 font-semibold hover:text-accent">
        <span>{title}</span>
        <ChevronDown aria-hidden size={20} className="rotate-when-open shrink-0 text-ink-soft" />
      </summary>
      <div className="pt-1 pb-5">{children}</div>
    </details>
  );
}
