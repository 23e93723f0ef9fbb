import { no, type Verdict, yes } from "@/lib/core/refusal";
import type { ProfileState } from "../profile/vocabulary";

export const can = {
  /** Only one's own profile is ever asked about. */
  writeUnavailability(profile: { readonly state: ProfileState } | null): Verdict {
    if (profile === null) return no("Commencez d’abord votre CV : vos indisponibilités y seront jointes.", "conflict");
    return profile.state === "archived" ? no("Votre profil est archivé : demandez sa réactivation à l’assistance.", "conflict") : yes;
  },
} as const;
