import { ne } from "drizzle-orm";
import { departments, regions } from "@/db/schema/references";
import type { Ctx } from "@/lib/core/ctx";
import { preparedOn } from "@/lib/core/prepared";

export interface ListedRegion {
  readonly code: string;
  readonly name: string;
  readonly departments: readonly { readonly code: string; readonly name: string }[];
}

const preparedRegions = preparedOn((db) =>
  db.select({ code: regions.code, name: regions.name }).from(regions).where(ne(regions.zone, "com")).prepare("references_regions"),
);
const preparedDepartments = preparedOn((db) => db.select().from(departments).prepare("references_departments"));

const inFrench = new Intl.Collator("fr");

/** The eighteen regions by name, with their departments by code; other overseas territories are not regions. */
export async function listRegions(ctx: Ctx): Promise<readonly ListedRegion[]> {
  const [all, parts] = await Promise.all([preparedRegions(ctx.db).execute(), preparedDepartments(ctx.db).execute()]);
  const byRegion = Map.groupBy(parts, (part) => part.regionCode);
  return all
    .toSorted((one, other) => inFrench.compare(one.name, other.name))
    .map((region) => ({
      ...region,
      departments: (byRegion.get(region.code) ?? [])
        .map(({ code, name }) => ({ code, name }))
        .toSorted((one, other) => inFrench.compare(one.code, other.code)),
    }));
}
