import { auditLook } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import type { CsvCell } from "@/lib/core/csv";
import { ensure } from "@/lib/core/refusal";
import { can } from "../review/policy";
import { type ChangeFilter, everyChange } from "./list-changes";

export const changesCsvHeader = ["Intervenant", "Information", "Structure", "Demandé le"];

/** The demands that wait, as lines of a file, without what is asked: that is sealed. Recorded before its first line (EI-99, AD-13). */
export async function exportChanges(ctx: Ctx, filter: ChangeFilter): Promise<AsyncGenerator<readonly (readonly CsvCell[])[]>> {
  ensure(can.studyRequests(ctx.actor));
  await auditLook(ctx, { action: "trainer.changes_export", details: { searched: filter.query !== "" } });
  return batches(ctx, filter);
}

async function* batches(ctx: Ctx, filter: ChangeFilter): AsyncGenerator<readonly (readonly CsvCell[])[]> {
  for await (const lines of everyChange(ctx, filter))
    yield lines.map(({ name, label, structure, createdAt }) => [name, label, structure, createdAt]);
}
