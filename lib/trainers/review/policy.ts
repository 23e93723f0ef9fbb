import { type Actor, hasRole } from "@/lib/core/ctx";
import { dateTime } from "@/lib/core/format";
import { no, type Verdict, yes } from "@/lib/core/refusal";
import { managedStructures } from "../ads/policy";
import type { RequestState } from "./vocabulary";

const absentRequest = no("Cette demande n’existe pas.", "absent");
const managersOnly = no("Les demandes sont étudiées par les gestionnaires des structures.");

interface RequestSeen {
  readonly request: { readonly structureId: string; readonly state: RequestState };
  readonly profile: { readonly accountId: string };
  /** What brought it where it is. */
  readonly last: LastPassage | null;
}

export interface LastPassage {
  readonly at: Date;
  /** Null for the system. */
  readonly by: string | null;
}

const passages = {
  submitted: "est à l’étude",
  correction: "a déjà donné lieu à une demande de compléments",
  validated: "a déjà été validée",
  rejected: "a déjà été refusée",
  archived: "a été archivée faute de réponse",
} as const satisfies Record<RequestState, string>;

const manages = (actor: Actor, structureId: string) => {
  const managed = managedStructures(actor);
  return managed === "all" || managed.includes(structureId);
};
const owns = (actor: Actor, accountId: string) => actor.kind === "account" && actor.accountId === accountId;

/** Where a request is, who brought it there and when. */
export function passageOf({ request, last }: Pick<RequestSeen, "last"> & { readonly request: { readonly state: RequestState } }): string {
  const who = last === null ? "" : `${last.by === null ? "" : ` par ${last.by}`} le ${dateTime(last.at)}`;
  return `Cette demande ${passages[request.state]}${who}.`;
}

export const can = {
  studyRequests: (actor: Actor): Verdict => (managedStructures(actor).length > 0 ? yes : managersOnly),

  /** Another structure's request answers as a missing one. */
  study: (actor: Actor, structureId: string): Verdict => (manages(actor, structureId) ? yes : absentRequest),

  /** Two decisions make one (EI-43): the second one is told the first. */
  decide(actor: Actor, { request, profile, last }: RequestSeen): Verdict {
    if (!manages(actor, request.structureId)) return absentRequest;
    if (owns(actor, profile.accountId)) return no("Cette demande est la vôtre : une autre personne doit l’étudier.");
    if (request.state === "submitted") return yes;
    return no(`${passageOf({ request, last })} Ce que vous avez écrit est conservé.`, "conflict");
  },

  /** Whose address it was is not for one structure to say. */
  liftWait: (actor: Actor): Verdict =>
    hasRole(actor, "administrator") ? yes : no("Seule l’administration nationale lève le délai d’une nouvelle demande."),

  /** National phrasings are the administration's; a structure's, its managers'. */
  writePhrasing(actor: Actor, structureId: string | null): Verdict {
    if (structureId === null)
      return hasRole(actor, "administrator") ? yes : no("Les formulations nationales sont écrites par l’administration nationale.");
    return manages(actor, structureId) ? yes : no("Cette formulation n’existe pas.", "absent");
  },
} as const;
