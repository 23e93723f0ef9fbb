import type { Ctx } from "@/lib/core/ctx";
import { importReferences } from "@/lib/references/import-references";

/**
 * Fills the reference tables on a first start and after an update of the data; else does nothing, in milliseconds (TR-50).
 * `ctx` is the system's. True when something was imported.
 */
export const seedReferences = async (ctx: Ctx): Promise<boolean> => (await importReferences(ctx, { onlyIfNew: true })).imported;
