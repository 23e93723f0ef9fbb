import type { PasswordRuleId } from "@/lib/accounts/passwords/rules";
import type { Role } from "@/lib/accounts/roles/vocabulary";
import type { ApplicationId, DataScope } from "./vocabulary";

export interface Application {
  readonly name: string;
  /** What it is for, under its name in the launcher. */
  readonly purpose: string;
  readonly path: string;
  /** Shown and enterable. An application not yet open is nowhere to be seen. */
  readonly open: boolean;
  /** Roles that open it; "everyone" for any account. */
  readonly roles: readonly Role[] | "everyone";
  /** Data it reads of the account, asked for at the first entry; none asked when empty (MC-13). */
  readonly scopes: readonly DataScope[];
  /** Terms to accept before entering (MC-14). */
  readonly terms: { readonly document: string; readonly title: string; readonly version: string } | null;
  /** Rules added to those of Mon Compte (MC-03). */
  readonly passwordRules: readonly PasswordRuleId[];
  /** Life of the confirmation link of a sign-up that comes from it, in hours; null: the setting (MC-05, EI-21). */
  readonly linkLifetimeHours: number | null;
}

const identity = ["first_name", "last_name", "address"] as const satisfies readonly DataScope[];

/** The registry: consent, terms, launcher, password union and sign-up forms all follow from it. */
export const applications = {
  compte: {
    name: "Mon Compte",
    purpose: "Votre identité, vos adresses, votre mot de passe et vos autorisations.",
    path: "/compte",
    open: true,
    roles: "everyone",
    scopes: [],
    terms: null,
    passwordRules: [],
    linkLifetimeHours: null,
  },
  communautes: {
    name: "e-communautés",
    purpose: "Échanger entre professionnels sur un thème.",
    path: "/communautes",
    open: false,
    roles: "everyone",
    scopes: identity,
    terms: { document: "communautes-terms", title: "Conditions générales d’utilisation des e-communautés", version: "2026-11" },
    passwordRules: [],
    linkLifetimeHours: null,
  },
  intervenants: {
    name: "Espace Intervenants",
    purpose: "Déposer un CV, répondre aux annonces, tenir son dossier.",
    path: "/intervenants",
    open: true,
    roles: "everyone",
    scopes: [...identity, "birth"],
    terms: { document: "intervenants-terms", title: "Conditions générales d’utilisation de l’Espace Intervenants", version: "2026-11" },
    passwordRules: ["lower", "digit", "special"],
    linkLifetimeHours: 168,
  },
  inscription: {
    name: "Inscription en ligne",
    purpose: "Inscrire les agents d’une collectivité aux formations.",
    path: "/inscription",
    open: false,
    roles: ["principal", "operator", "agent", "iel_manager"],
    scopes: identity,
    terms: { document: "inscription-terms", title: "Conditions générales d’utilisation d’Inscription en ligne", version: "2026-11" },
    passwordRules: ["digit"],
    linkLifetimeHours: null,
  },
  formadist: {
    name: "Formadist",
    purpose: "Suivre ses formations à distance.",
    path: "/formadist",
    open: false,
    roles: "everyone",
    scopes: identity,
    terms: { document: "formadist-terms", title: "Conditions générales d’utilisation de Formadist", version: "2026-11" },
    passwordRules: [],
    linkLifetimeHours: null,
  },
  gestion: {
    name: "Gestion",
    purpose: "Les espaces des gestionnaires et de l’administration.",
    path: "/gestion",
    open: true,
    roles: ["administrator", "manager", "iel_manager", "course_author"],
    scopes: identity,
    terms: { document: "gestion-terms", title: "Charte d’accès aux données personnelles", version: "2026-11" },
    passwordRules: ["lower", "digit", "special"],
    linkLifetimeHours: null,
  },
} as const satisfies Record<ApplicationId, Application>;

export const applicationOf = (id: ApplicationId): Application => applications[id];
