import { House, Mails, MapPinned, Newspaper, Search } from "lucide-react";
import type { ShellNavigation } from "@/components/shell/shell-types";
import { paths } from "@/lib/core/paths";

const icon = { "aria-hidden": true, size: 20, className: "shrink-0" } as const;

/** The rooms of the Espace Intervenants that are open to all. */
export const trainersNavigation: ShellNavigation = {
  title: "Espace Intervenants",
  groups: [
    {
      links: [
        { label: "Accueil", href: paths.trainers.home, exact: true, icon: <House {...icon} /> },
        { label: "Recherche avancée d’annonces", href: paths.trainers.ads(), icon: <Search {...icon} /> },
        { label: "Mes réponses aux annonces", href: paths.trainers.applications(), icon: <Mails {...icon} /> },
        { label: "Actualités", href: paths.trainers.news(), icon: <Newspaper {...icon} /> },
        { label: "Informations complémentaires", href: paths.trainers.information(), icon: <MapPinned {...icon} /> },
      ],
    },
  ],
};
