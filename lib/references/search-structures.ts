import { fold } from "@/lib/core/text";
import type { Ctx } from "@/lib/core/ctx";
import { listStructures } from "./list-structures";

const most = 20;

export interface FoundStructure {
  readonly id: string;
  readonly label: string;
  /** "054 · Nancy" */
  readonly detail: string;
}

/** Structures in service whose name, code or town has every word typed; there are few, so they are looked through here. */
export async function searchStructures(ctx: Ctx, { query }: { readonly query: string }): Promise<FoundStructure[]> {
  const words = fold(query).split(" ").filter(Boolean);
  const structures = await listStructures(ctx);
  return structures
    .filter(({ name, code, city }) => words.every((word) => fold(`${name} ${code} ${city}`).includes(word)))
    .slice(0, most)
    .map(({ id, name, code, city }) => ({ id, label: name, detail: `${code} · ${city}` }));
}
