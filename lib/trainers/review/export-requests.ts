import { auditLook } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import type { CsvCell } from "@/lib/core/csv";
import { ensure } from "@/lib/core/refusal";
import { listSpecialties } from "@/lib/references/list-specialties";
import { everyRequest, type RequestFilter } from "./list-requests";
import { can } from "./policy";
import { requestStateLabels } from "./vocabulary";

export const requestsCsvHeader = ["Nom", "Prénom", "Structure", "Spécialités", "État", "Transmise le", "Étudiée en ce moment par"];

/** The requests found, as lines of a file; recorded before its first line (AD-02, AD-13). */
export async function exportRequests(ctx: Ctx, filter: RequestFilter): Promise<AsyncGenerator<readonly (readonly CsvCell[])[]>> {
  ensure(can.studyRequests(ctx.actor));
  await auditLook(ctx, { action: "trainer.requests_export", details: { searched: filter.query !== "" } });
  return batches(ctx, filter);
}

async function* batches(ctx: Ctx, filter: RequestFilter): AsyncGenerator<readonly (readonly CsvCell[])[]> {
  const names = new Map((await listSpecialties(ctx)).map(({ code, name }) => [code, name]));
  for await (const lines of everyRequest(ctx, filter))
    yield lines.map(({ lastName, firstName, structure, specialties, state, sentAt, studiedBy }) => [
      lastName,
      firstName,
      structure,
      specialties.map((code) => names.get(code) ?? code).join(", "),
      requestStateLabels[state],
      sentAt,
      studiedBy,
    ]);
}
