import type { WaitingItem } from "@/components/gestion/waiting-list";
import { plural } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import type { ManagerWaiting, Pile, WaitingRequest } from "@/lib/trainers/review/read-waiting";

/** What waits for a manager, oldest first; requests by name, the rest in piles (AD-01). */
export function managerItems({ requests, allRequests, applications, changes, pieces, overdueAds }: ManagerWaiting): WaitingItem[] {
  const beyond = allRequests.count - requests.length;
  const last = requests.at(-1);
  const items = [
    ...requests.map(requestItem),
    ...(beyond > 0 && last !== undefined
      ? [
          {
            id: "requests",
            title: plural(beyond, "autre demande d’inscription", "autres demandes d’inscription"),
            advice: "Plus récentes que celles-ci.",
            since: last.sentAt,
            href: paths.manage.requests(),
          },
        ]
      : []),
    ...pileItem(applications, {
      id: "applications",
      title: plural(applications.count, "candidature à étudier", "candidatures à étudier"),
      advice: "Chaque personne attend de savoir si elle est retenue.",
      href: paths.manage.ads(),
    }),
    ...pileItem(changes, {
      id: "changes",
      title: plural(changes.count, "demande de modification", "demandes de modification"),
      advice: "Des intervenants demandent à changer une information verrouillée.",
      href: paths.manage.changes(),
    }),
    ...pileItem(pieces, {
      id: "pieces",
      title: plural(pieces.count, "bloc de dossier à vérifier", "blocs de dossier à vérifier"),
      advice: "Des intervenants ont transmis des pièces de leur dossier administratif.",
      href: paths.manage.dossiers(),
    }),
    ...pileItem(overdueAds, {
      id: "overdue-ads",
      title: plural(overdueAds.count, "annonce à clôturer", "annonces à clôturer"),
      advice: "Leur date limite de réponse est passée.",
      href: paths.manage.ads({ state: "published" }),
    }),
  ];
  return items.sort((one, other) => one.since.getTime() - other.since.getTime());
}

const requestItem = ({ id, name, sentAt, again, studiedBy }: WaitingRequest): WaitingItem => ({
  id,
  title: `${again ? "Demande complétée" : "Demande d’inscription"} : ${name}`,
  advice: studiedBy === null ? "Personne ne l’étudie en ce moment." : `${studiedBy} l’étudie en ce moment.`,
  since: sentAt,
  href: paths.manage.request(id),
});

const pileItem = ({ oldest }: Pile, item: Omit<WaitingItem, "since">): WaitingItem[] =>
  oldest === null ? [] : [{ ...item, since: oldest }];
