import { ExternalLink as Icon } from "lucide-react";
import type { ReactNode } from "react";

/** A link to another site, in a new window; says so. */
export function ExternalLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" className="link">
      {children}
      <Icon aria-hidden size={15} className="ml-1 inline-block align-[-0.1em]" />
      <span className="sr-only"> (nouvelle fenêtre)</span>
    </a>
  );
}
