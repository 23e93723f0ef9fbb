import type { Ctx } from "@/lib/core/ctx";
import type { CsvCell } from "@/lib/core/csv";
import { absent } from "@/lib/core/refusal";
import { type BreachSearch, readBreach } from "./touched-people";

export const breachHeader = ["Personne", "Adresse", "Identifiant", "Catégorie de données", "Fois", "Première fois", "Dernière fois"];

/** One line a person and category: what the notification to the authority counts. readBreach judges and audits. */
export async function exportBreach(ctx: Ctx, search: BreachSearch): Promise<AsyncGenerator<readonly (readonly CsvCell[])[]>> {
  const breach = await readBreach(ctx, search);
  if (breach === null) throw absent();
  return (async function* () {
    yield breach.people.flatMap(({ name, address, accountId, categories, first, last }) =>
      categories.map(({ label, count }) => [name, address ?? "", accountId, label, count, first, last]),
    );
    yield breach.exports.map(({ label, at }) => ["(liste exportée)", "", "", label, 1, at, at]);
  })();
}
