import { auditLook } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import type { CsvCell } from "@/lib/core/csv";
import { ensure } from "@/lib/core/refusal";
import { everyIntervention, type InterventionFilter } from "./list-interventions";
import { can } from "./policy";

export const interventionsCsvHeader = ["Nom", "Prénom", "Immatriculation", "Intitulé", "Début", "Fin", "Heures", "Structure", "Référence"];

/** The interventions found, as lines of a file; recorded before its first line (AD-08, AD-13). */
export async function exportInterventions(ctx: Ctx, filter: InterventionFilter): Promise<AsyncGenerator<readonly (readonly CsvCell[])[]>> {
  ensure(can.recordInterventions(ctx.actor));
  await auditLook(ctx, { action: "trainer.interventions_export", details: { searched: filter.query !== "" } });
  return batches(ctx, filter);
}

async function* batches(ctx: Ctx, filter: InterventionFilter): AsyncGenerator<readonly (readonly CsvCell[])[]> {
  for await (const lines of everyIntervention(ctx, filter))
    yield lines.map(({ lastName, firstName, immatriculation, title, startsOn, endsOn, hours, structure, reference }) => [
      lastName,
      firstName,
      immatriculation,
      title,
      startsOn,
      endsOn,
      hours,
      structure,
      reference,
    ]);
}
