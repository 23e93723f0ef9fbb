import { Bookmark, FilePenLine, FolderLock, House, LayoutDashboard, Mails, MapPinned, Newspaper, Search, UserRound } from "lucide-react";
import type { NavigationLink, ShellNavigation } from "@/components/shell/shell-types";
import { paths } from "@/lib/core/paths";
import type { ProfileState } from "@/lib/trainers/profile/vocabulary";

const icon = { "aria-hidden": true, size: 20, className: "shrink-0" } as const;

const home: NavigationLink = { label: "Accueil", href: paths.trainers.home, exact: true, icon: <House {...icon} /> };
const dashboard: NavigationLink = { label: "Tableau de bord", href: paths.trainers.dashboard, icon: <LayoutDashboard {...icon} /> };
const account: NavigationLink = { label: "Mon compte", href: paths.trainers.account, icon: <UserRound {...icon} /> };
const dossier: NavigationLink = { label: "Mes données et documents", href: paths.trainers.dossier(), icon: <FolderLock {...icon} /> };
const applications: NavigationLink = { label: "Mes réponses aux annonces", href: paths.trainers.applications(), icon: <Mails {...icon} /> };
const searches: NavigationLink = { label: "Mes recherches enregistrées", href: paths.trainers.searches(), icon: <Bookmark {...icon} /> };
const search: NavigationLink = { label: "Recherche avancée d’annonces", href: paths.trainers.ads(), icon: <Search {...icon} /> };
const cv = (href: string): NavigationLink => ({ label: "Remplir un CV en ligne", href, icon: <FilePenLine {...icon} /> });
const news: NavigationLink = { label: "Actualités", href: paths.trainers.news(), icon: <Newspaper {...icon} /> };
const information: NavigationLink = {
  label: "Informations complémentaires",
  href: paths.trainers.information(),
  icon: <MapPinned {...icon} />,
};

/**
 * The rooms of the Espace Intervenants: those open to all, and more once one has a profile (EI-01, EI-42). `requests`:
 * blocks of the dossier that a manager waits for (EI-64).
 */
export function trainersNavigation(standing: "visitor" | "none" | ProfileState, requests = 0): ShellNavigation {
  const links = linksFor(standing).map((link) =>
    requests > 0 && (link === account || link === dossier) ? { ...link, count: requests } : link,
  );
  return { title: "Espace Intervenants", groups: [{ links }] };
}

function linksFor(standing: "visitor" | "none" | ProfileState): readonly NavigationLink[] {
  if (standing === "visitor") return [home, search, cv(paths.trainers.signUp()), news, information];
  if (standing === "validated") return [home, dashboard, account, dossier, applications, search, searches, news, information];
  return [home, dashboard, cv(paths.trainers.cv()), applications, search, searches, news, information];
}
