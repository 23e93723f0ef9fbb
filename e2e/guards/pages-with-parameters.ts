import { wizardPages } from "@/lib/trainers/profile/fields.data";
import { siteDatabase } from "../support/database";
import type { Visit } from "../support/visits";

interface PageWithParameters {
  /** Requirements that the page answers. */
  readonly names: string;
  readonly at: string;
  readonly visit: Visit;
  readonly addressOf: () => Promise<string>;
}

/** Replaces what is between brackets by what the query finds among the data of demonstration. */
function found(names: string, at: string, visit: Visit, query: string): PageWithParameters {
  const addressOf = async () => {
    const sql = await siteDatabase();
    const [row] = await sql.unsafe<{ key: string }[]>(query);
    if (row === undefined) throw new Error(`nothing to show at ${at}`);
    return at.replaceAll(/\[\w+\]/gu, row.key);
  };
  return { names, at, visit, addressOf };
}
const fixed = (names: string, at: string, visit: Visit): PageWithParameters => ({ names, at, visit, addressOf: () => Promise.resolve(at) });

const structure = "join structures s on s.id = structure_id where s.code = '054'";
const openAd = `select number as key, a.id from ads a ${structure} and a.state = 'published' order by deadline_on desc, number limit 1`;
const managedAd = `select a.id as key from ads a ${structure} and a.state = 'published' order by deadline_on desc, number limit 1`;
const answeredAd = "select ad_id as key from ad_applications group by ad_id order by count(*) desc, ad_id limit 1";
const waiting = "select id as key from profile_requests where state = 'submitted' order by sent_at, id limit 1";
const trainer = "select profile_id as key from cv_entries order by search_name, profile_id limit 1";
const phrasing = "select id as key from phrasings where active order by title limit 1";
const someone = "select id as key from accounts order by created_at, id limit 1";

/** The pages of one thing that are used most, mainly those of the trainers' application. */
export const pagesWithParameters: readonly PageWithParameters[] = [
  fixed("EI-10", "/intervenants/annonces?q=zzzzqq&specialite=A3&du=2027-01-01", "visitor"),
  found("EI-11", "/intervenants/annonces/[number]", "visitor", openAd),
  found("EI-13", "/intervenants/annonces/[number]/candidater", "visitor", openAd),
  found("EI-14", "/intervenants/annonces/[number]/candidater", "trainer", openAd),
  ...wizardPages.map((page) => fixed("EI-23 EI-31", `/intervenants/cv/${page}`, "member")),
  fixed("AD-07", "/intervenants/documents/mode-d-emploi", "visitor"),
  found("AD-05", "/gestion/annonces/[id]", "administrator", managedAd),
  found("AD-05", "/gestion/annonces/[id]/modifier", "administrator", managedAd),
  found("AD-05 EI-14", "/gestion/annonces/[id]/candidatures", "administrator", answeredAd),
  found("AD-02", "/gestion/intervenants/demandes/[id]", "administrator", waiting),
  ...["valider", "completer", "refuser"].map((decision) =>
    found("AD-02 EI-40", `/gestion/intervenants/demandes/[id]/decision?quoi=${decision}`, "administrator", waiting),
  ),
  found("AD-03", "/gestion/intervenants/[id]", "administrator", trainer),
  found("EI-60", "/gestion/dossiers/ouvrir/[profileId]", "administrator", trainer),
  found("AD-02", "/gestion/formulations/[id]", "administrator", phrasing),
  fixed("AD-09", "/gestion/references/structures", "administrator"),
  fixed("AD-09", "/gestion/references/structures/054", "administrator"),
  found("AD-10", "/gestion/personnes/[id]", "administrator", someone),
];
