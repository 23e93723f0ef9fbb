import { inArray, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Ctx } from "@/lib/core/ctx";
import { managedStructures } from "./policy";

/** Only what belongs to the structures that the person manages; the national administration has them all. */
export function inManaged({ actor }: Pick<Ctx, "actor">, structureId: PgColumn): SQL | undefined {
  const managed = managedStructures(actor);
  return managed === "all" ? undefined : inArray(structureId, [...managed]);
}
