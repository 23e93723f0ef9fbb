import { idOf, parseTableState, type SearchParams, type TableSpec } from "@/components/table/table-state";
import type { DossierSearch } from "@/lib/trainers/dossier/study/list-dossiers";
import type { PieceSearch } from "@/lib/trainers/dossier/study/list-waiting";
import { completenessFilters, secondFilters } from "@/lib/trainers/dossier/study/fields.data";
import { dossierBlocks } from "@/lib/trainers/dossier/vocabulary";

/** What the address of the queue of pieces says; its exports and its selection read the same (AD-04). */
export const piecesTable = {
  sorts: ["sentAt"],
  columns: ["structure", "block", "sentAt", "asked", "second"],
  filters: { structure: "text", bloc: dossierBlocks, accord: secondFilters },
} as const satisfies TableSpec;

/** What the address of the list of dossiers says. */
export const dossiersTable = {
  sorts: ["name", "completeUntil"],
  columns: ["structure", "state", "completeUntil", "waiting", "asked"],
  filters: { structure: "text", etat: completenessFilters },
} as const satisfies TableSpec;

/** "toutes", one structure, or else one's own. */
const whereOf = (text: string) => (text === "toutes" ? "all" : (idOf(text) ?? "own"));

export function pieceSearchOf(params: SearchParams) {
  const state = parseTableState(piecesTable, params);
  const { structure, bloc, accord } = state.filters;
  const search: PieceSearch = {
    query: state.q,
    where: whereOf(structure),
    blocks: bloc,
    second: accord[0],
    direction: state.dir,
    after: idOf(state.after),
  };
  return { state, search };
}

export function dossierSearchOf(params: SearchParams) {
  const state = parseTableState(dossiersTable, params);
  const { structure, etat } = state.filters;
  const search: DossierSearch = {
    query: state.q,
    where: whereOf(structure),
    completeness: etat[0],
    sort: state.sort,
    direction: state.dir,
    after: idOf(state.after),
  };
  return { state, search };
}
