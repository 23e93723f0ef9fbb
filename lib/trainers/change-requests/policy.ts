import type { Actor } from "@/lib/core/ctx";
import { dateTime } from "@/lib/core/format";
import { no, type Verdict, yes } from "@/lib/core/refusal";
import { managedStructures } from "../ads/policy";
import type { FieldSpec } from "../profile/field-spec";
import { can as profileCan } from "../profile/policy";
import type { ProfileState } from "../profile/vocabulary";
import type { ChangeState } from "./vocabulary";

interface Profile {
  readonly accountId: string;
  readonly state: ProfileState;
  readonly homeStructureId: string | null;
  readonly immatriculation: string | null;
  readonly originAdId: string | null;
}
interface Change {
  readonly state: ChangeState;
  readonly decidedAt: Date | null;
  /** Who decided, when somebody did and is still known. */
  readonly decidedBy: string | null;
}

const absentChange = no("Cette demande n’existe pas.", "absent");
const owns = (actor: Actor, { accountId }: Profile) => actor.kind === "account" && actor.accountId === accountId;

function settled({ state, decidedAt, decidedBy }: Change): Verdict {
  if (state === "open") return yes;
  if (state === "cancelled") return no("Cette demande a été retirée par la personne.", "conflict");
  const when = decidedAt === null ? "" : ` le ${dateTime(decidedAt)}`;
  return no(
    `Cette demande a déjà été ${state === "accepted" ? "acceptée" : "refusée"}${decidedBy === null ? "" : ` par ${decidedBy}`}${when}.`,
    "conflict",
  );
}

export const can = {
  /** Only for what is locked: the rest is simply changed (EI-50, EI-99). */
  ask(actor: Actor, profile: Profile, field: Pick<FieldSpec, "name" | "locked"> | undefined): Verdict {
    if (!owns(actor, profile) || field === undefined) return absentChange;
    if (field.locked !== true || profileCan.editField({ ...profile, origin: null }, field).allowed)
      return no("Cette information n’est pas verrouillée : modifiez-la directement dans votre CV.", "conflict");
    return yes;
  },

  cancel(actor: Actor, profile: Profile, change: Change): Verdict {
    return owns(actor, profile) ? settled(change) : absentChange;
  },

  /** The managers of the home structure; never one's own. */
  study(actor: Actor, profile: Profile): Verdict {
    const managed = managedStructures(actor);
    return managed === "all" || (profile.homeStructureId !== null && managed.includes(profile.homeStructureId)) ? yes : absentChange;
  },

  /** Two decisions make one: the second one is told the first. */
  decide(actor: Actor, profile: Profile, change: Change): Verdict {
    const studies = can.study(actor, profile);
    if (!studies.allowed) return studies;
    if (owns(actor, profile)) return no("Cette demande est la vôtre : une autre personne doit l’étudier.");
    return settled(change);
  },
} as const;
