import { inArray } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Ctx } from "@/lib/core/ctx";
import { identifier } from "@/lib/core/fields";
import { ensure } from "@/lib/core/refusal";
import { longestSelection } from "./vocabulary";
import { peopleConditions, type PersonLine, readPeoplePage } from "@/lib/accounts/people/people-page";
import { can } from "@/lib/accounts/people/policy";

/** The people ticked in the list, by name; identifiers of nobody and closed accounts are left out (AD-10). */
export async function readSelection(ctx: Ctx, ids: readonly string[]): Promise<readonly PersonLine[]> {
  ensure(can.seePeople(ctx.actor));
  const known = ids.filter((id) => identifier.safeParse(id).success).slice(0, longestSelection);
  if (known.length === 0) return [];
  const search = { query: "", sort: "name", direction: "asc", after: null, before: null } as const;
  const { people } = await readPeoplePage(
    ctx,
    // The usual conditions leave closed accounts out.
    peopleConditions(ctx, search, false, inArray(accounts.id, known)),
    search,
    longestSelection,
  );
  return people;
}
