import { and, asc, desc, eq, getTableColumns, sql } from "drizzle-orm";
import { employers } from "@/db/schema/references";
import type { Ctx } from "@/lib/core/ctx";
import { preparedOn } from "@/lib/core/prepared";
import { resembles, startsWith } from "./place-conditions";
import { exchangedLetters, foldPlaceName } from "./rules";
import { shownSiret } from "./siret";

export interface FoundEmployer {
  readonly id: string;
  readonly name: string;
  /** Fourteen digits. */
  readonly siret: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly phone: string;
  /** "219 400 165 00011 · 94230 Cachan": what tells two employers of one name apart. */
  readonly detail: string;
}

export interface EmployerSearch {
  /** What was typed: a name, or the beginning of a SIRET. */
  readonly query: string;
  readonly limit: number;
}

const { id, name, siret, street, postcode, city, phone, searchName, active } = getTableColumns(employers);
const shown = { id, name, siret, street, postcode, city, phone };
const value = sql.placeholder;

const bySiret = preparedOn((db) =>
  db
    .select(shown)
    .from(employers)
    .where(and(active, sql`${siret} between ${value("from")}::bpchar and ${value("to")}::bpchar`))
    .orderBy(asc(siret))
    .limit(value("limit"))
    .prepare("references_employers_siret"),
);

const beginning = preparedOn((db) =>
  db
    .select(shown)
    .from(employers)
    .where(and(active, startsWith(searchName, value("name"))))
    .orderBy(desc(eq(searchName, value("name"))), asc(searchName))
    .limit(value("limit"))
    .prepare("references_employers_beginning"),
);

const resembling = preparedOn((db) =>
  db
    .select(shown)
    .from(employers)
    .where(and(active, resembles(searchName, value("name"), value("exchanged"))))
    .orderBy(desc(sql`word_similarity(${value("name")}::text, ${searchName})`), asc(sql`length(${searchName})`), asc(searchName))
    .limit(value("limit"))
    .prepare("references_employers_resembling"),
);

type Row = Omit<FoundEmployer, "detail">;

/** Public employers that the wizard proposes (EI-25), best first; accents, hyphens and small slips are forgiven. */
export async function searchEmployers(ctx: Ctx, { query, limit }: EmployerSearch): Promise<readonly FoundEmployer[]> {
  const digits = query.replace(/[\s.\u00A0\u202F-]/gu, "");
  if (/^\d{3,14}$/u.test(digits))
    return found(await bySiret(ctx.db).execute({ from: digits.padEnd(14, "0"), to: digits.padEnd(14, "9"), limit }));
  const typed = placeOf(foldPlaceName(query));
  return typed.length < 2 ? [] : found(await byName(ctx, typed, limit));
}

/** "mairie de cachan" is "cachan": the table says "Commune de Cachan". */
const placeOf = (folded: string) => folded.replace(/^(?:mairie|ville|commune) (?:de |du |des |d )?(?=.{2})/u, "");

async function byName(ctx: Ctx, typed: string, limit: number): Promise<readonly Row[]> {
  const first = await beginning(ctx.db).execute({ name: typed, limit });
  if (first.length >= limit) return first;
  const known = new Set(first.map((row) => row.id));
  const exchanged = exchangedLetters(typed).flatMap((word) => [word, `commune de ${word}`, `commune d ${word}`]);
  const others = await resembling(ctx.db).execute({ name: typed, exchanged, limit });
  return [...first, ...others.filter((row) => !known.has(row.id))].slice(0, limit);
}

const found = (rows: readonly Row[]): FoundEmployer[] =>
  rows.map((row) => ({ ...row, detail: `${shownSiret(row.siret)} · ${row.postcode} ${row.city}` }));
