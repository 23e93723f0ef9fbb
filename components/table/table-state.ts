/** What a filter accepts: one of a closed set (several at once), a short text, several of them (codes), or a day. */
export type FilterSpec = readonly string[] | "text" | "texts" | "day";

export type TableSpec = {
  /** Columns one can sort by; the first is the default. */
  readonly sorts: readonly [string, ...string[]];
  /** Direction of the default sort; "asc" unless told. */
  readonly direction?: Direction;
  /** Columns one can hide. */
  readonly columns?: readonly string[];
  /** Hidden until asked for. */
  readonly hidden?: readonly string[];
  readonly filters?: Readonly<Record<string, FilterSpec>>;
};

export type Direction = "asc" | "desc";

type FilterValue<Spec extends FilterSpec> = Spec extends readonly (infer Value)[]
  ? readonly Value[]
  : Spec extends "texts"
    ? readonly string[]
    : string;
type Filters<Spec extends TableSpec> =
  Spec["filters"] extends Readonly<Record<string, FilterSpec>>
    ? { readonly [Name in keyof Spec["filters"]]: FilterValue<Spec["filters"][Name]> }
    : Readonly<Record<string, never>>;

/** What the address of a list says, checked. */
export type TableState<Spec extends TableSpec = TableSpec> = {
  readonly q: string;
  readonly sort: Spec["sorts"][number];
  readonly dir: Direction;
  /** Cursor of the last row before this page, or of the first row after it; never both. */
  readonly after: string | null;
  readonly before: string | null;
  /** The columns shown among those one can hide. */
  readonly columns: readonly string[];
  readonly filters: Filters<Spec>;
};

export type TableChanges<Spec extends TableSpec = TableSpec> = Partial<Omit<TableState<Spec>, "filters">> & {
  readonly filters?: Partial<Filters<Spec>>;
};

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

const longestText = 200;
const mostTexts = 50;
const cursor = /^[\w~.:-]{1,400}$/u;
const day = /^\d{4}-\d{2}-\d{2}$/u;

const identifier = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u;
/** An identifier that an address gives, a cursor or a filter; nothing else reaches a query as one. */
export const idOf = (text: string | null): string | null => (text !== null && identifier.test(text) ? text : null);

const all = (value: string | string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === "string" ? [value] : value;
const first = (value: string | string[] | undefined) => all(value)[0] ?? "";

const textOf = (value: string) =>
  value
    .normalize("NFC")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, longestText)
    .toWellFormed();

function readFilter(spec: FilterSpec, value: string | string[] | undefined): string | readonly string[] {
  if (spec === "text") return textOf(first(value));
  if (spec === "texts") return [...new Set(all(value).slice(0, mostTexts).map(textOf))].filter((text) => text !== "");
  if (spec === "day") return day.test(first(value)) ? first(value) : "";
  return spec.filter((known) => all(value).includes(known));
}

/** Shown unless the address says otherwise. */
const defaultColumns = (spec: TableSpec) => (spec.columns ?? []).filter((column) => !spec.hidden?.includes(column));

/** Reads an address; whatever is not in the closed sets of `spec` is dropped without a word. */
export function parseTableState<const Spec extends TableSpec>(spec: Spec, params: SearchParams): TableState<Spec> {
  const known = spec.sorts.find((sort) => sort === first(params["sort"]));
  const direction = first(params["dir"]);
  const after = cursor.test(first(params["after"])) ? first(params["after"]) : null;
  const before = cursor.test(first(params["before"])) ? first(params["before"]) : null;
  const filters = Object.entries(spec.filters ?? {}).map(([name, filter]) => [name, readFilter(filter, params[name])]);
  return {
    q: textOf(first(params["q"])),
    sort: known ?? spec.sorts[0],
    dir:
      direction === "asc" || direction === "desc"
        ? direction
        : known === undefined || known === spec.sorts[0]
          ? (spec.direction ?? "asc")
          : "asc",
    after,
    before: after === null ? before : null,
    columns:
      params["columns"] === undefined
        ? defaultColumns(spec)
        : (spec.columns ?? []).filter((column) => all(params["columns"]).includes(column)),
    // Built from the very names of `spec.filters`, which the compiler cannot follow.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    filters: Object.fromEntries(filters) as Filters<Spec>,
  };
}

/** Changes one thing; all but a change of page goes back to the first page. */
export function changeTableState<Spec extends TableSpec>(state: TableState<Spec>, changes: TableChanges<Spec>): TableState<Spec> {
  const { filters, ...rest } = changes;
  return { ...state, after: null, before: null, ...rest, filters: { ...state.filters, ...filters } };
}

/** The parts of the address, in a fixed order and without what is the default: one state, one address. */
export function tableEntries(spec: TableSpec, state: TableState): readonly (readonly [string, string])[] {
  const entries: [string, string][] = [];
  const isDefaultSort = state.sort === spec.sorts[0];
  if (state.q !== "") entries.push(["q", state.q]);
  for (const [name, value] of Object.entries<string | readonly string[]>(state.filters)) {
    for (const item of typeof value === "string" ? [value] : value) if (item !== "") entries.push([name, item]);
  }
  if (!isDefaultSort) entries.push(["sort", state.sort]);
  if (state.dir !== (isDefaultSort ? (spec.direction ?? "asc") : "asc")) entries.push(["dir", state.dir]);
  const usual = defaultColumns(spec);
  if (state.columns.length !== usual.length || usual.some((column) => !state.columns.includes(column))) {
    // An empty choice must be told from no choice at all.
    for (const column of state.columns.length === 0 ? [""] : state.columns) entries.push(["columns", column]);
  }
  if (state.after !== null) entries.push(["after", state.after]);
  if (state.before !== null) entries.push(["before", state.before]);
  return entries;
}

/** The address of a list in a state. */
export function tableAddress(path: string, spec: TableSpec, state: TableState): string {
  const search = new URLSearchParams(tableEntries(spec, state).map((entry) => [...entry]));
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}

/** Whether a search or a filter narrows the list. */
export const isNarrowed = (state: TableState) =>
  state.q !== "" || Object.values<string | readonly string[]>(state.filters).some((value) => value.length > 0);
