import { asc, eq, getTableColumns } from "drizzle-orm";
import { structures } from "@/db/schema/references";
import type { Ctx } from "@/lib/core/ctx";
import { preparedOn } from "@/lib/core/prepared";

const { active, ...shown } = getTableColumns(structures);

const prepared = preparedOn((db) =>
  db
    .select(shown)
    .from(structures)
    .where(eq(active, true))
    .orderBy(asc(structures.kind), asc(structures.name))
    .prepare("references_structures"),
);

/** Structures in service: headquarters, delegations, institutes, each by name. */
export const listStructures = (ctx: Ctx) => prepared(ctx.db).execute();
