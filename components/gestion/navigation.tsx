import {
  BookMarked,
  BookText,
  BookmarkCheck,
  CalendarCheck,
  CalendarPlus,
  ContactRound,
  FolderCheck,
  Inbox,
  KeyRound,
  LayoutDashboard,
  Mail,
  Megaphone,
  MessageSquareQuote,
  Newspaper,
  PenLine,
  ScrollText,
  Settings,
  Timer,
  UserPlus,
  Users,
} from "lucide-react";
import type { NavigationGroup, ShellNavigation } from "@/components/shell/shell-types";
import { type Actor, hasRole } from "@/lib/core/ctx";
import { paths } from "@/lib/core/paths";
import { managedStructures } from "@/lib/trainers/ads/policy";

const home: NavigationGroup = {
  links: [{ label: "Tableau de bord", href: paths.manage.home, exact: true, icon: <LayoutDashboard aria-hidden size={20} /> }],
};

const trainers: NavigationGroup = {
  title: "Intervenants",
  links: [
    { label: "Demandes d’inscription", href: paths.manage.requests(), icon: <Inbox aria-hidden size={20} /> },
    { label: "CVthèque", href: paths.manage.trainers(), exact: true, icon: <ContactRound aria-hidden size={20} /> },
    { label: "Sélection", href: paths.manage.shortlist(), icon: <BookmarkCheck aria-hidden size={20} /> },
    {
      label: "Dossiers administratifs",
      href: paths.manage.dossiers(),
      except: [paths.manage.extensions()],
      icon: <FolderCheck aria-hidden size={20} />,
    },
    { label: "Modifications", href: paths.manage.changes(), icon: <PenLine aria-hidden size={20} /> },
    { label: "Interventions", href: paths.manage.interventions(), icon: <CalendarCheck aria-hidden size={20} /> },
    { label: "Créer un intervenant", href: paths.manage.newTrainer(), icon: <UserPlus aria-hidden size={20} /> },
    { label: "Annonces", href: paths.manage.ads(), icon: <Megaphone aria-hidden size={20} /> },
    { label: "Formulations", href: paths.manage.phrasings(), icon: <MessageSquareQuote aria-hidden size={20} /> },
  ],
};

const administration: NavigationGroup = {
  title: "Administration",
  links: [
    { label: "Actualités", href: paths.manage.news(), icon: <Newspaper aria-hidden size={20} /> },
    { label: "Documents", href: paths.manage.documents, icon: <BookText aria-hidden size={20} /> },
    { label: "Personnes et rôles", href: paths.manage.people(), icon: <Users aria-hidden size={20} /> },
    { label: "Référentiels", href: paths.manage.references, icon: <BookMarked aria-hidden size={20} /> },
    { label: "Prolonger des pièces", href: paths.manage.extensions(), icon: <CalendarPlus aria-hidden size={20} /> },
    { label: "Clés des logiciels", href: paths.manage.apiKeys(), icon: <KeyRound aria-hidden size={20} /> },
    { label: "Journal", href: paths.manage.audit(), icon: <ScrollText aria-hidden size={20} /> },
    { label: "Courriels", href: paths.manage.mails(), icon: <Mail aria-hidden size={20} /> },
    { label: "Tâches planifiées", href: paths.manage.jobs, icon: <Timer aria-hidden size={20} /> },
    { label: "Paramètres", href: paths.manage.settings, icon: <Settings aria-hidden size={20} /> },
  ],
};

/** Rooms of the back office that a person may enter; none is shown to others. */
export const manageNavigation = (actor: Actor): ShellNavigation => ({
  title: "Gestion",
  groups: [home, ...(managedStructures(actor).length > 0 ? [trainers] : []), ...(hasRole(actor, "administrator") ? [administration] : [])],
});
