import { auditLook } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import type { CsvCell } from "@/lib/core/csv";
import { ensure } from "@/lib/core/refusal";
import { type Status, statusLabels } from "../profile/vocabulary";
import { can } from "./policy";
import { readProfileNames } from "./read-profile-names";
import type { CvFilter } from "./cv-conditions";
import { type CvLine, everyCv } from "./search-cvs";

const batchSize = 500;

export const cvCsvHeader = [
  "Nom",
  "Prénom",
  "Structure",
  "Statut",
  "Spécialités",
  "Régions",
  "Langues",
  "Validé le",
  "Dernière intervention",
];

/** The CVs found, by name, as lines of a file; recorded before its first line. Addresses and phones stay on the page of each (AD-03, AD-13). */
export async function exportCvs(ctx: Ctx, search: CvFilter): Promise<AsyncGenerator<readonly (readonly CsvCell[])[]>> {
  ensure(can.searchCvs(ctx.actor));
  // What was searched may be a name: that there was a search is enough.
  await auditLook(ctx, { action: "trainer.cv_export", details: { searched: search.query !== "" } });
  return batches(ctx, search);
}

async function* batches(ctx: Ctx, search: CvFilter): AsyncGenerator<readonly (readonly CsvCell[])[]> {
  const names = await readProfileNames(ctx);
  const named = (codes: readonly string[], kind: "specialties" | "regions") =>
    codes.map((code) => names[kind].get(code) ?? code).join(", ");
  const lineOf = (cv: CvLine): readonly CsvCell[] => [
    cv.lastName,
    cv.firstName,
    cv.structure,
    isStatus(cv.status) ? statusLabels[cv.status] : "",
    named(cv.specialtyCodes, "specialties"),
    named(cv.regionCodes, "regions"),
    cv.languages.join(", "),
    cv.validatedAt,
    cv.lastInterventionOn,
  ];
  for await (const cvs of everyCv(ctx, search, batchSize)) yield cvs.map(lineOf);
}

const isStatus = (text: string): text is Status => Object.hasOwn(statusLabels, text);
