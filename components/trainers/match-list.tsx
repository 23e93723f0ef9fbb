import { Check, Minus } from "lucide-react";
import type { MatchPart } from "@/lib/trainers/applications/match-rules";

/** Why somebody fits an ad, or does not: the words say it all, the sign only helps (EI-95). */
export function MatchList({ parts }: { readonly parts: readonly MatchPart[] }) {
  if (parts.length === 0) return <span className="text-ink-soft">Plus dans la CVthèque</span>;
  return (
    <ul className="space-y-1">
      {parts.map(({ fits, words }) => (
        <li key={words} className="flex items-start gap-1.5">
          {fits ? (
            <Check aria-hidden size={18} className="mt-0.5 shrink-0 text-success" />
          ) : (
            <Minus aria-hidden size={18} className="mt-0.5 shrink-0 text-ink-soft" />
          )}
          <span className="first-letter:uppercase">{words}</span>
        </li>
      ))}
    </ul>
  );
}
