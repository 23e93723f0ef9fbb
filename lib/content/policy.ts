import { type Actor, hasRole } from "@/lib/core/ctx";
import { no, type Verdict, yes } from "@/lib/core/refusal";
import type { NewsState } from "./news/vocabulary";

const administratorsOnly = no("Les actualités et les documents sont écrits par l’administration nationale.");
const write = (actor: Actor): Verdict => (hasRole(actor, "administrator") ? yes : administratorsOnly);

/** Who may write what everybody reads. Reading needs no right: what is published is public. */
export const can = {
  write,

  publishNews(actor: Actor, state: NewsState): Verdict {
    const verdict = write(actor);
    if (!verdict.allowed) return verdict;
    return state === "published" ? no("Cette actualité est déjà publiée.", "conflict") : yes;
  },

  withdrawNews(actor: Actor, state: NewsState): Verdict {
    const verdict = write(actor);
    if (!verdict.allowed) return verdict;
    if (state === "draft") return no("Cette actualité n’est pas publiée.", "conflict");
    return state === "withdrawn" ? no("Cette actualité est déjà retirée.", "conflict") : yes;
  },

  /** Some documents come with the application itself: what one accepts is the text that the programme knows. */
  writeDocument(actor: Actor, document: { readonly written: boolean }): Verdict {
    const verdict = write(actor);
    if (!verdict.allowed || document.written) return verdict;
    return no("Ce texte s’accepte à l’entrée de l’application : sa nouvelle version arrive avec celle de l’application.", "conflict");
  },
} as const;
