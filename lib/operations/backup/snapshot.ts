import type postgres from "postgres";

/** A table as a backup holds it: its own columns only, since generated ones are made again. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
}

export interface SequenceState {
  readonly name: string;
  readonly lastValue: string;
  readonly isCalled: boolean;
}

/** So that the text of a value, and the order of rows, are the same on both sides. */
const portable =
  "set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local extra_float_digits = 1; set local bytea_output = 'hex'; set local synchronize_seqscans = off; set local statement_timeout = 0; set local lock_timeout = '30s'; set local idle_in_transaction_session_timeout = 0; set local transaction_timeout = 0";

/** Prepares a transaction that reads, or writes, tables as text. */
export const makePortable = (tx: postgres.TransactionSql) => tx.unsafe(portable);

/** Our tables: all of "public" but what belongs to an extension. */
export async function readTables(tx: postgres.TransactionSql): Promise<readonly TableShape[]> {
  return tx<TableShape[]>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    group by c.relname order by c.relname`;
}

export async function readSequences(tx: postgres.TransactionSql): Promise<readonly SequenceState[]> {
  const names = await tx<
    { name: string }[]
  >`select relname as name from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace order by relname`;
  const states: SequenceState[] = [];
  for (const { name } of names) {
    const [state] = await tx<
      { lastValue: string; isCalled: boolean }[]
    >`select last_value::text as "lastValue", is_called as "isCalled" from public.${tx(name)}`;
    if (state !== undefined) states.push({ name, ...state });
  }
  return states;
}

/** Which migrations a database has had, by hash, oldest first; none when it is empty. */
export async function readMigrations(tx: postgres.TransactionSql): Promise<readonly string[]> {
  const [known] = await tx<{ present: boolean }[]>`select to_regclass('drizzle.__drizzle_migrations') is not null as present`;
  if (known?.present !== true) return [];
  const rows = await tx<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations order by id`;
  return rows.map(({ hash }) => hash);
}

export const copyOut = (tx: postgres.TransactionSql, { name, columns }: TableShape) =>
  tx`copy public.${tx(name)} (${tx(columns)}) to stdout`.readable();
export const copyIn = (tx: postgres.TransactionSql, { name, columns }: TableShape) =>
  tx`copy public.${tx(name)} (${tx(columns)}) from stdin`.writable();
