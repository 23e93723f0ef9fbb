import { asc, eq } from "drizzle-orm";
import { trainingTypes } from "@/db/schema/references";
import type { Ctx } from "@/lib/core/ctx";
import { preparedOn } from "@/lib/core/prepared";

export interface ListedTrainingType {
  readonly code: string;
  readonly name: string;
}

const prepared = preparedOn((db) =>
  db
    .select({ code: trainingTypes.code, name: trainingTypes.name })
    .from(trainingTypes)
    .where(eq(trainingTypes.active, true))
    .orderBy(asc(trainingTypes.position), asc(trainingTypes.code))
    .prepare("references_training_types"),
);

/** Natures of training in use, in the institution's order (EI-27). */
export const listTrainingTypes = (ctx: Ctx): Promise<readonly ListedTrainingType[]> => prepared(ctx.db).execute();
