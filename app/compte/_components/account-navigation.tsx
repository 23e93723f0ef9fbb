import { AtSign, FileText, House, KeyRound, LockKeyhole, MonitorSmartphone, ShieldCheck, UserRound } from "lucide-react";
import type { ShellNavigation } from "@/components/shell/shell-types";
import { paths } from "@/lib/core/paths";

const icon = { "aria-hidden": true, size: 20, className: "shrink-0" } as const;

/** The rooms of Mon Compte, for whoever is signed in. */
export const accountNavigation: ShellNavigation = {
  title: "Mon Compte",
  groups: [
    { links: [{ label: "Accueil", href: paths.account.home, exact: true, icon: <House {...icon} /> }] },
    {
      title: "Mon profil",
      links: [
        { label: "Identité et photo", href: paths.account.identity, icon: <UserRound {...icon} /> },
        { label: "Adresses électroniques", href: paths.account.addresses, icon: <AtSign {...icon} /> },
      ],
    },
    {
      title: "Ma sécurité",
      links: [
        { label: "Mot de passe", href: paths.account.password, icon: <LockKeyhole {...icon} /> },
        { label: "Second facteur", href: paths.account.security, icon: <KeyRound {...icon} /> },
        { label: "Appareils connectés", href: paths.account.sessions, icon: <MonitorSmartphone {...icon} /> },
      ],
    },
    {
      title: "Mes données",
      links: [
        { label: "Autorisations", href: paths.account.consents, icon: <ShieldCheck {...icon} /> },
        { label: "Téléchargement et fermeture", href: paths.account.data, icon: <FileText {...icon} /> },
      ],
    },
  ],
};
