import { Bell } from "lucide-react";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import type { ShellAccount, ShellApplication, ShellFoot, ShellInstitution, ShellNavigation } from "@/components/shell/shell-types";

const sampleInstitution: ShellInstitution = { name: "Centre national de la formation territoriale", homeHref: "#contenu" };

const sampleApplications: readonly ShellApplication[] = [
  { key: "compte", label: "Mon Compte", description: "Votre identité, vos adresses, votre sécurité", href: "#compte" },
  { key: "communautes", label: "e-communautés", description: "Échanger avec vos pairs", href: "#communautes" },
  {
    key: "intervenants",
    label: "Espace Intervenants",
    description: "Annonces, candidatures, dossier administratif",
    href: "#intervenants",
  },
  { key: "inscription", label: "Inscription en ligne", description: "Inscrire les agents de votre collectivité", href: "#inscription" },
  { key: "formadist", label: "Formadist", description: "Suivre vos formations à distance", href: "#formadist" },
];

const sampleAccount: ShellAccount = {
  name: "Claire Martin",
  email: "claire.martin@exemple.fr",
  links: [
    { label: "Mon compte", href: "#mon-compte" },
    { label: "Mes appareils connectés", href: "#appareils" },
  ],
  signOut: (
    <button type="button" className="flex min-h-11 w-full items-center rounded-md px-3 py-2 text-left hover:bg-surface-sunken">
      Me déconnecter
    </button>
  ),
};

const sampleFoot: ShellFoot = {
  links: [
    { label: "Accessibilité : partiellement conforme", href: "#accessibilite" },
    { label: "Plan d’accès", href: "#acces" },
    { label: "Plan du site", href: "#plan" },
    { label: "Mentions légales", href: "#mentions" },
    { label: "Cookies", href: "#cookies" },
    { label: "Aide et Contact", href: "#aide" },
  ],
  postalAddress: ["80, rue de Reuilly", "75012 Paris"],
  version: "0.1.0",
  support: { phone: "01 55 27 44 00", hours: "du lundi au vendredi, de 9 h à 17 h" },
};

type Props = { navigation?: ShellNavigation; breadcrumb?: ReactNode; signedOut?: boolean; children: ReactNode };

/** The shell with sample data. */
export function SampleShell({ navigation, breadcrumb, signedOut = false, children }: Props) {
  return (
    <AppShell
      application="compte"
      institution={sampleInstitution}
      applications={sampleApplications}
      account={signedOut ? { signInHref: "#connexion", signUpHref: "#inscription" } : sampleAccount}
      foot={sampleFoot}
      {...(navigation && { navigation })}
      breadcrumb={breadcrumb}
      notifications={!signedOut && bell}
    >
      {children}
    </AppShell>
  );
}

const bell = (
  <a href="#notifications" className="relative flex size-11 items-center justify-center rounded-md hover:bg-surface-sunken">
    <Bell aria-hidden size={20} />
    <span className="absolute top-1 right-1 flex min-w-5 items-center justify-center rounded-full bg-accent px-1 text-xs font-semibold text-accent-ink">
      2<span className="sr-only"> notifications non lues</span>
    </span>
  </a>
);
