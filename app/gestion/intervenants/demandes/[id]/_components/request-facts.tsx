import { Alert } from "@/components/ui/alert";
import { Disclosure } from "@/components/ui/disclosure";
import { TextLink } from "@/components/ui/text-link";
import { ProfileHistoryList } from "@/components/gestion/profile-history-list";
import { longDate, plural } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { profileStateLabels } from "@/lib/trainers/profile/vocabulary";
import type { StudiedRequest } from "@/lib/trainers/review/read-request";

/** What one should know before reading: perhaps the same person, why it was turned down, and what happened so far. */
export function RequestFacts({ study: { homonyms, request, history } }: { readonly study: StudiedRequest }) {
  return (
    <>
      {homonyms.length > 0 && (
        <Alert
          tone="warning"
          title={`${plural(homonyms.length, "autre profil porte", "autres profils portent")} la même civilité, les mêmes noms et la même date de naissance.`}
        >
          <ul className="list-disc pl-5">
            {homonyms.map(({ id, state, structure, since, seen }) => (
              <li key={id}>
                {seen ? (
                  <TextLink href={paths.manage.trainer(id)} prefetch={false}>
                    Profil commencé le {longDate(since)}
                  </TextLink>
                ) : (
                  `Profil commencé le ${longDate(since)}`
                )}
                , {profileStateLabels[state].toLowerCase()}
                {structure !== null && `, ${structure}`}
              </li>
            ))}
          </ul>
          <p>S’il s’agit de la même personne, ne validez pas : écrivez à l’assistance.</p>
        </Alert>
      )}
      {request.reason !== null && (
        <Alert tone="info" title="Raison donnée à la personne">
          <p className="whitespace-pre-line">{request.reason}</p>
        </Alert>
      )}
      <Disclosure title={`Historique (${history.length})`}>
        <ProfileHistoryList history={history} />
      </Disclosure>
    </>
  );
}
