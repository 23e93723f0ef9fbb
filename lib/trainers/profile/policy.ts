import { type Actor, hasRole } from "@/lib/core/ctx";
import { no, type Verdict, yes } from "@/lib/core/refusal";
import type { FieldSpec } from "./field-spec";
import type { ProfileState } from "./vocabulary";

interface ProfileSeen {
  readonly accountId: string;
  readonly state: ProfileState;
  readonly homeStructureId: string | null;
  readonly immatriculation: string | null;
}

/** What decides of a field: also where the profile came from. */
type Edited = Pick<ProfileSeen, "state" | "immatriculation"> & {
  /** Number of the ad that chose the structure. */ readonly origin: string | null;
};

const absentProfile = no("Ce profil n’existe pas.", "absent");
const owns = (actor: Actor, profile: Pick<ProfileSeen, "accountId">) => actor.kind === "account" && actor.accountId === profile.accountId;
const isManager = (actor: Actor) => hasRole(actor, "manager", "administrator");
const managesStructure = (actor: Actor, structureId: string | null) =>
  hasRole(actor, "administrator") ||
  (actor.kind === "account" &&
    structureId !== null &&
    actor.grants.some((grant) => grant.role === "manager" && grant.structureId === structureId));

export const can = {
  /** Its owner; the managers of its home structure once it was sent; every manager once it is validated (CVthèque). */
  see(actor: Actor, profile: ProfileSeen): Verdict {
    if (owns(actor, profile)) return yes;
    if (profile.state === "validated" && isManager(actor)) return yes;
    return managesStructure(actor, profile.homeStructureId) ? yes : absentProfile;
  },

  /** Read-only while it is studied (EI-32). */
  edit(actor: Actor, profile: ProfileSeen): Verdict {
    if (!owns(actor, profile)) return absentProfile;
    if (profile.state === "submitted")
      return no("Votre demande est à l’étude : votre profil se lit, mais ne se modifie pas avant la décision.", "conflict");
    if (profile.state === "archived") return no("Votre profil est archivé : demandez sa réactivation à l’assistance.", "conflict");
    return yes;
  },

  /** Who has worked for the institution asks for a change of these (EI-50, EI-99); the structure stays after validation. */
  editField(profile: Edited, field: Pick<FieldSpec, "name" | "locked">): Verdict {
    if (field.name === "homeStructure" && profile.origin !== null)
      return no("La structure de rattachement est celle de l’annonce à laquelle vous répondez.");
    if (profile.state !== "validated") return yes;
    if (field.name === "homeStructure") return no("La structure de rattachement ne se change plus ici : écrivez-lui, ou à l’assistance.");
    if (profile.immatriculation !== null && field.locked === true)
      return no("Cette information est verrouillée depuis votre première intervention : demandez sa modification.");
    return yes;
  },

  manage: (actor: Actor, structureId: string | null): Verdict => (managesStructure(actor, structureId) ? yes : absentProfile),
} as const;
