import { and, desc, eq, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { notices } from "../notices";

const open = () => drizzle(postgres(process.env["DATABASE_URL"] ?? "", { max: 8, onnotice: () => {} }));
// One pool per process, as in the real site.
const shared = globalThis as { benchDatabase?: ReturnType<typeof open> };
const database = () => (shared.benchDatabase ??= open());

const listQuery = () =>
  database()
    .select()
    .from(notices)
    .where(and(eq(notices.region, sql.placeholder("region")), eq(notices.specialty, sql.placeholder("specialty"))))
    .orderBy(desc(notices.publishedOn))
    .limit(20)
    .prepare("bench_notices");
let prepared: ReturnType<typeof listQuery> | undefined;

/** Twenty notices of a region and specialty, by a prepared statement. */
export function listNotices(region: number, specialty: number) {
  prepared ??= listQuery();
  return prepared.execute({ region, specialty });
}

/** One row changed. */
export async function countView(id: number): Promise<void> {
  await database().execute(sql`update bench.notices set views = views + 1 where id = ${id}`);
}
