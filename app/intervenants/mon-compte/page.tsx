import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { parisDay, plural } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { listOwnInterventions } from "@/lib/trainers/account/list-own-interventions";
import { listOwnUnavailabilities } from "@/lib/trainers/account/list-unavailabilities";
import { listOwnChanges } from "@/lib/trainers/change-requests/list-changes";
import { countOwnRequests, listOwnEndingPieces } from "@/lib/trainers/dossier/read-calls";
import { readOwnCv } from "@/lib/trainers/profile/read-own-cv";

export const metadata = titled("Mon compte d’intervenant");

interface Room {
  readonly title: string;
  readonly href: string;
  readonly what: string;
  readonly state?: string | undefined;
}

/** Everything of one's own as a trainer (EI-52). */
export default page({ name: "trainers.account", policy: "signed_in", application: "intervenants" }, async (ctx) => {
  const [cv, interventions, away, changes, requests, ending] = await Promise.all([
    readOwnCv(ctx),
    listOwnInterventions(ctx),
    listOwnUnavailabilities(ctx, parisDay(ctx.now)),
    listOwnChanges(ctx),
    countOwnRequests(ctx),
    listOwnEndingPieces(ctx),
  ]);
  const hasWorked = cv.immatriculation !== null || interventions.length > 0;
  const waiting = changes.filter(({ state }) => state === "open").length;
  const rooms: readonly Room[] = [
    {
      title: "Mes informations",
      href: paths.trainers.myInformation(),
      what: "Identité, adresse, téléphones, statut et employeur.",
      state: waiting === 0 ? undefined : `${plural(waiting, "demande")} de modification en attente`,
    },
    ...(cv.state === "validated"
      ? [
          {
            title: "Mes données et documents",
            href: paths.trainers.dossier(),
            what: "Votre dossier administratif : identité, pièces de votre statut, coordonnées bancaires.",
            state: dossierState(requests, ending.length),
          },
        ]
      : []),
    {
      title: "Mon parcours",
      href: paths.trainers.cvPage("parcours"),
      what: "Spécialités, expériences, formations, langues, réseaux sociaux et alertes par courriel.",
    },
    {
      title: "Mon CV en fichier",
      href: paths.trainers.cvPage("parcours", "titre-cv"),
      what: "Joindre votre CV, le remplacer ou le retirer.",
      state: cv.cvFile === null ? "Aucun fichier joint" : cv.cvFile.name,
    },
    {
      title: "Mes indisponibilités",
      href: paths.trainers.unavailabilities(),
      what: "Les jours où vous ne pouvez pas intervenir : les recherches et les alertes en tiennent compte.",
      state: away.length === 0 ? undefined : plural(away.length, "période à venir", "périodes à venir"),
    },
    ...(hasWorked
      ? [
          {
            title: "Mes interventions",
            href: paths.trainers.myInterventions,
            what: "Ce que vous avez animé, et ce qui est prévu.",
            state: plural(interventions.length, "intervention"),
          },
        ]
      : []),
    { title: "Modifier mon mot de passe", href: paths.account.password, what: "Le même pour toutes vos applications, dans Mon Compte." },
    {
      title: "Récupérer mes données",
      href: paths.account.data,
      what: "Une copie complète de ce que nous savons de vous, profil d’intervenant compris.",
    },
  ];
  return (
    <>
      <PageHeader
        title="Mon compte"
        lead={cv.immatriculation === null ? "Votre profil, vos disponibilités et vos données." : `Immatriculation : ${cv.immatriculation}`}
      />
      <ul className="grid gap-5 sm:grid-cols-2">
        {rooms.map(({ title, href, what, state }) => (
          <li key={title}>
            <Card title={<TextLink href={href}>{title}</TextLink>} className="h-full">
              <p className="text-ink-soft">{what}</p>
              {state !== undefined && <p className="mt-2 font-semibold wrap-anywhere">{state}</p>}
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
});

/** What waits in the dossier: what a manager asked for comes first. */
function dossierState(requests: number, ending: number): string | undefined {
  if (requests > 0) return plural(requests, "bloc demandé par votre gestionnaire", "blocs demandés par votre gestionnaire");
  return ending === 0 ? undefined : plural(ending, "pièce à mettre à jour", "pièces à mettre à jour");
}
