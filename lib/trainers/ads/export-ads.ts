import { auditLook } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import type { CsvCell } from "@/lib/core/csv";
import { ensure } from "@/lib/core/refusal";
import { everyManagedAd, type ManagedAdFilter } from "./manage-ads";
import { can } from "./policy";
import { adStateLabels } from "./vocabulary";

export const adsCsvHeader = ["Numéro", "Titre", "Structure", "État", "Date limite", "Écrite le"];

/** The ads found, as lines of a file; recorded before its first line (AD-05, AD-13). */
export async function exportAds(ctx: Ctx, filter: ManagedAdFilter): Promise<AsyncGenerator<readonly (readonly CsvCell[])[]>> {
  ensure(can.manageAds(ctx.actor));
  await auditLook(ctx, { action: "ad.export", details: { searched: filter.query !== "" } });
  return batches(ctx, filter);
}

async function* batches(ctx: Ctx, filter: ManagedAdFilter): AsyncGenerator<readonly (readonly CsvCell[])[]> {
  for await (const lines of everyManagedAd(ctx, filter))
    yield lines.map(({ number, title, structure, state, deadlineOn, createdAt }) => [
      number,
      title,
      structure,
      adStateLabels[state],
      deadlineOn,
      createdAt,
    ]);
}
