import { Bookmark, FilePenLine, House, LayoutDashboard, Mails, MapPinned, Newspaper, Search, UserRound } from "lucide-react";
import type { NavigationLink, ShellNavigation } from "@/components/shell/shell-types";
import { paths } from "@/lib/core/paths";
import type { ProfileState } from "@/lib/trainers/profile/vocabulary";

const icon = { "aria-hidden": true, size: 20, className: "shrink-0" } as const;

const home: NavigationLink = { label: "Accueil", href: paths.trainers.home, exact: true, icon: <House {...icon} /> };
const dashboard: NavigationLink = { label: "Tableau de bord", href: paths.trainers.dashboard, icon: <LayoutDashboard {...icon} /> };
const account: NavigationLink = { label: "Mon compte", href: paths.trainers.account, icon: <UserRound {...icon} /> };
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

/** The rooms of the Espace Intervenants: those open to all, and more once one has a profile (EI-01, EI-42). */
export function trainersNavigation(standing: "visitor" | "none" | ProfileState): ShellNavigation {
  const links = linksFor(standing);
  return { title: "Espace Intervenants", groups: [{ links }] };
}

function linksFor(standing: "visitor" | "none" | ProfileState): readonly NavigationLink[] {
  if (standing === "visitor") return [home, search, cv(paths.trainers.signUp()), news, information];
  if (standing === "validated") return [home, dashboard, account, applications, search, searches, news, information];
  return [home, dashboard, cv(paths.trainers.cv()), applications, search, searches, news, information];
}
