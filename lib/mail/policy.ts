import { type Actor, hasRole } from "@/lib/core/ctx";
import { no, type Verdict, yes } from "@/lib/core/refusal";
import { type MailState } from "./vocabulary";

const notHere = no("Seule l’administration nationale voit les courriels envoyés et peut les relancer.");

/** A mail as far as sending it again is concerned. */
export interface MailToRetry {
  readonly state: MailState;
  /** It carries a link or a code that was erased. */
  readonly lostItsLink: boolean;
}

export const can = {
  seeMails: (actor: Actor): Verdict => (hasRole(actor, "administrator") ? yes : notHere),

  retryMail(actor: Actor, { state, lostItsLink }: MailToRetry): Verdict {
    if (!hasRole(actor, "administrator")) return notHere;
    if (state === "sent") return no("Ce courriel est déjà parti.", "conflict");
    if (state === "queued" || state === "sending") return no("Ce courriel est déjà en attente d’envoi.", "conflict");
    if (lostItsLink)
      return no(
        "Ce courriel contenait un lien confidentiel, qui a été effacé. Demandez à la personne de refaire sa demande : elle recevra un nouveau lien.",
        "expired",
      );
    return yes;
  },
} as const;
