import type { Actor } from "@/lib/core/ctx";
import { longDate, longDay } from "@/lib/core/format";
import { no, type Verdict, yes } from "@/lib/core/refusal";
import { type AdLife, isOpen } from "../ads/rules";
import type { ProfileState } from "../profile/vocabulary";
import type { ApplicationState } from "./vocabulary";

/** How a profile ended: told to the person who would apply all the same. */
export interface Ending {
  readonly at: Date;
  readonly reason: string | null;
}

interface ApplicationSeen {
  readonly accountId: string;
  readonly state: ApplicationState;
}

const absentApplication = no("Cette candidature n’existe pas.", "absent");
const why = (reason: string | null) => (reason === null || reason === "" ? "" : ` Motif : ${reason}`);

/** A profile that was turned down or archived applies to nothing: the person is told since when, and why. */
function withProfile(state: ProfileState, ending: Ending | null): Verdict {
  if (state !== "rejected" && state !== "archived") return yes;
  const since = ending === null ? "" : ` le ${longDate(ending.at)}`;
  const what =
    state === "rejected"
      ? `Votre demande d’inscription n’a pas été retenue${since} : vous ne pouvez pas répondre aux annonces.`
      : `Votre profil a été archivé${since} : demandez sa réactivation à l’assistance pour répondre aux annonces.`;
  return no(`${what}${why(ending?.reason ?? null)}`, "conflict");
}

export const can = {
  /** An ad that is open, its last day counted whole (EI-14); a validated profile sends, another one waits (EI-13). */
  apply(ad: AdLife, profileState: ProfileState, ending: Ending | null, today: string): Verdict {
    if (ad.state === "closed") return no("Cette annonce est clôturée : on ne peut plus y répondre.", "conflict");
    if (!isOpen(ad, today))
      return no(`On ne peut plus répondre à cette annonce : la date limite était le ${longDay(ad.deadlineOn ?? today)}.`, "conflict");
    return withProfile(profileState, ending);
  },

  /** One's own, until the structure has studied it. */
  withdraw(actor: Actor, { accountId, state }: ApplicationSeen): Verdict {
    if (actor.kind !== "account" || actor.accountId !== accountId) return absentApplication;
    if (state === "waiting" || state === "sent") return yes;
    if (state === "withdrawn") return no("Cette candidature est déjà retirée.", "conflict");
    return no("La structure a déjà étudié cette candidature : elle ne se retire plus. Écrivez-lui si vous avez changé d’avis.", "conflict");
  },
} as const;
