import { auditLook } from "@/lib/audit/audit";
import type { CsvCell } from "@/lib/core/csv";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { can } from "../policy";
import { readRows } from "./reference-rows";
import { columnsOf, writtenValues } from "./rules";
import type { ReferenceList } from "./vocabulary";

export const exportHeader = (list: ReferenceList): readonly string[] => columnsOf(list).map(({ header }) => header);

/** A whole list as lines of a file that can be imported again (AD-09). */
export async function exportList(ctx: Ctx, list: ReferenceList): Promise<AsyncGenerator<readonly (readonly CsvCell[])[]>> {
  ensure(can.manageReferences(ctx.actor));
  await auditLook(ctx, { action: "reference.export", subject: { type: "reference", id: list }, details: { list } });
  return batches(ctx, list);
}

async function* batches(ctx: Ctx, list: ReferenceList): AsyncGenerator<readonly (readonly CsvCell[])[]> {
  const rows = await readRows(ctx, list);
  yield rows.map((row) => {
    const values = writtenValues(row);
    return columnsOf(list).map(({ name }) => values[name] ?? "");
  });
}
