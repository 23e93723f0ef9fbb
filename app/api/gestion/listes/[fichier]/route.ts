import { managedAdSearchOf } from "@/components/gestion/ads-table";
import { changeSearchOf } from "@/components/gestion/changes-table";
import { dossierSearchOf, pieceSearchOf } from "@/components/gestion/dossiers-table";
import { interventionSearchOf } from "@/components/gestion/interventions-table";
import { receivedSearchOf } from "@/components/gestion/received-table";
import { requestSearchOf } from "@/components/gestion/requests-table";
import type { Ctx } from "@/lib/core/ctx";
import type { CsvCell } from "@/lib/core/csv";
import { absent } from "@/lib/core/refusal";
import { route } from "@/lib/entry/route";
import { adsCsvHeader, exportAds } from "@/lib/trainers/ads/export-ads";
import { exportReceived, receivedCsvHeader } from "@/lib/trainers/applications/export-received";
import { changesCsvHeader, exportChanges } from "@/lib/trainers/change-requests/export-changes";
import { dossiersCsvHeader, exportDossiers, exportPieces, piecesCsvHeader } from "@/lib/trainers/dossier/study/export-dossiers";
import { exportInterventions, interventionsCsvHeader } from "@/lib/trainers/interventions/export-interventions";
import { exportRequests, requestsCsvHeader } from "@/lib/trainers/review/export-requests";
import { csvResponse, excelResponse, queryOf } from "../../file-response";

type Query = Record<string, string[]>;
interface List {
  readonly header: readonly string[];
  readonly find: (ctx: Ctx, query: Query) => Promise<AsyncGenerator<readonly (readonly CsvCell[])[]>>;
}

/** By the first part of the file's name; each reads the address of its page. */
const lists: Readonly<Record<string, List>> = {
  demandes: { header: requestsCsvHeader, find: (ctx, query) => exportRequests(ctx, requestSearchOf(query).search) },
  modifications: { header: changesCsvHeader, find: (ctx, query) => exportChanges(ctx, changeSearchOf(query).search) },
  interventions: { header: interventionsCsvHeader, find: (ctx, query) => exportInterventions(ctx, interventionSearchOf(query).search) },
  pieces: { header: piecesCsvHeader, find: (ctx, query) => exportPieces(ctx, pieceSearchOf(query).search) },
  dossiers: { header: dossiersCsvHeader, find: (ctx, query) => exportDossiers(ctx, dossierSearchOf(query).search) },
  annonces: { header: adsCsvHeader, find: (ctx, query) => exportAds(ctx, managedAdSearchOf(query).search) },
  candidatures: {
    header: receivedCsvHeader,
    find: (ctx, query) => exportReceived(ctx, query["annonce"]?.[0] ?? "", receivedSearchOf(query).search),
  },
};

/** A list of the trainers' back office as its page of the same query finds it (AD-02, AD-05, AD-08, EI-99). */
export const GET = route(
  { name: "trainer.export_list", policy: "staff", application: "gestion", limit: { points: 60, per: 3600, by: "account" } },
  async (ctx, request, params) => {
    const [, name = "", format] = /^(\w+)\.(csv|xlsx)$/u.exec(params["fichier"] ?? "") ?? [];
    const list = Object.hasOwn(lists, name) ? lists[name] : undefined;
    if (list === undefined) throw absent();
    const respond = format === "xlsx" ? excelResponse : csvResponse;
    return respond({ name, now: ctx.now, header: list.header, batches: await list.find(ctx, queryOf(request)) });
  },
);
