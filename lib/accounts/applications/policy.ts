import type { SignedIn } from "@/lib/core/ctx";
import { no, type Verdict, yes } from "@/lib/core/refusal";
import { applicationOf, type Application } from "./applications.data";
import { type ApplicationId, applicationIds } from "./vocabulary";

/** Whether an application is shown to a person and lets them in. One not yet open does not exist. */
export function mayOpen(actor: SignedIn, id: ApplicationId): Verdict {
  const { open, roles } = applicationOf(id);
  if (!open) return no("Cette application n’est pas ouverte.", "absent");
  if (roles === "everyone" || actor.grants.some(({ role }) => roles.includes(role))) return yes;
  return no("Votre compte ne donne pas accès à cette application.", "absent");
}

/** What the launcher shows (MC-15). */
export const openTo = (actor: SignedIn): (Application & { readonly id: ApplicationId })[] =>
  applicationIds.filter((id) => mayOpen(actor, id).allowed).map((id) => ({ id, ...applicationOf(id) }));
