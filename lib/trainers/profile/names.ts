import { and, type SQL, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { trainerProfiles } from "@/db/schema/trainers";

const answered = (field: "firstName" | "lastName") => sql<string>`coalesce(${trainerProfiles.answers} ->> ${sql.raw(`'${field}'`)}, '')`;

/** The names of a trainer, wherever they are listed: those of the profile, which its structure checks; an account may have others. */
export const profileNames = { firstName: answered("firstName"), lastName: answered("lastName") };

/** The same for whoever may have left a name empty, as long as nothing is judged: then that of the account, to be joined. */
export const personNames = {
  firstName: sql<string>`coalesce(nullif(${profileNames.firstName}, ''), ${accounts.firstName})`,
  lastName: sql<string>`coalesce(nullif(${profileNames.lastName}, ''), ${accounts.lastName})`,
};

/** Every word of the name, in any order. */
export function namedLike(query: string): SQL | undefined {
  const name = sql`search_fold(${profileNames.lastName} || ' ' || ${profileNames.firstName})`;
  const words = query.split(/\s+/u).filter((word) => word !== "");
  return and(...words.slice(0, 8).map((word) => sql`${name} like '%' || search_fold(${word.replace(/[\\%_]/gu, "\\$&")}) || '%'`));
}
