import { type SQL, sql } from "drizzle-orm";
import { statuses } from "../../profile/vocabulary";
import { needOf } from "../needs.data";
import { dossierBlocks } from "../vocabulary";

const listed = (words: readonly string[]) => sql.raw(words.map((word) => `'${word}'`).join(", "));

/** What needOf says, once for all: blocks asked of everybody, and "block|status|retired" for the others. */
const ofEverybody = dossierBlocks.filter((block) => needOf(block, {}) === "required");
const byStatus = dossierBlocks
  .filter((block) => !ofEverybody.includes(block))
  .flatMap((block) =>
    statuses.flatMap((status) =>
      ["retired", ""]
        .filter((withoutWork) => needOf(block, { status, withoutWork }) === "required")
        .map((withoutWork) => `${block}|${status}|${withoutWork}`),
    ),
  );

/** Does a block count for the whole of a file: the status in force asks for it, or a manager did? The rule of countComplete. */
export const isAsked = (block: SQL, answers: SQL, dossierId: SQL): SQL => sql`(
  ${block} in (${listed(ofEverybody)})
  or ${block}::text || '|' || (${answers} ->> 'status') || '|' || (case when ${answers} ->> 'withoutWork' = 'retired' then 'retired' else '' end)
    in (${listed(byStatus)})
  or exists (
    select from dossier_requests request
    where request.dossier_id = ${dossierId} and request.block = ${block} and request.withdrawn_at is null
  ))`;
