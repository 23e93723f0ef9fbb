import type { ReactNode } from "react";

/** The applications; each has its accent (globals.css, `data-application`). */
export const applicationKeys = ["compte", "communautes", "intervenants", "inscription", "formadist", "gestion"] as const;
export type ApplicationKey = (typeof applicationKeys)[number];

export type ShellLink = { label: string; href: string };

/** One application in the launcher. */
export type ShellApplication = ShellLink & { key: ApplicationKey; /** One line: what one does there. */ description: string };

export type NavigationLink = ShellLink & {
  icon?: ReactNode;
  /** Current for this address only, not for those below it. */
  exact?: boolean;
  /** Addresses below it that have an entry of their own. */
  except?: readonly string[];
  /** Something waits there: shown and read out. */
  count?: number;
};
export type NavigationGroup = { title?: string; links: readonly NavigationLink[] };

export type ShellNavigation = { /** "Espace Intervenants": names the landmark. */ title: string; groups: readonly NavigationGroup[] };

export type ShellInstitution = { name: string; /** For narrow screens. */ shortName?: string; homeHref: string; logo?: ReactNode };

/** Somebody signed in, or the two doors. */
export type ShellAccount =
  | {
      name: string;
      email: string;
      links: readonly ShellLink[];
      /** The form that signs out (it posts). */
      signOut: ReactNode;
    }
  | { signInHref: string; signUpHref?: string };

export type ShellSupport = { phone?: string; email?: string; /** "du lundi au vendredi, de 9 h à 17 h" */ hours?: string };

export type ShellFoot = {
  links: readonly ShellLink[];
  postalAddress: readonly string[];
  version: string;
  support: ShellSupport;
  /** "Accessibilité : partiellement conforme", imposed on the home page. */
  accessibility?: ReactNode;
};
