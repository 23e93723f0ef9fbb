/** What is typed and not yet on the server, kept by this browser alone: a lost network or session loses nothing (EI-31). */
export interface LocalCopy {
  /** As the server had it. */
  readonly base: Values;
  readonly values: Values;
  /** Milliseconds. */
  readonly at: number;
}
type Value = string | readonly string[];
export type Values = Readonly<Record<string, Value>>;

const longestLife = 14 * 24 * 3_600_000;

export const same = (one: Value | undefined, other: Value | undefined): boolean => normal(one) === normal(other);
const normal = (value: Value | undefined): string =>
  value === undefined || typeof value === "string" ? (value ?? "") : [...value].sort().join("\u0000");

export interface FieldChange {
  readonly field: string;
  readonly from: Value;
  readonly to: Value;
}

/** What differs, among the fields that are typed now. */
export const differing = (base: Values, values: Values): readonly FieldChange[] =>
  Object.entries(values).flatMap(([field, to]) => (same(base[field], to) ? [] : [{ field, from: base[field] ?? "", to }]));

/** Storage may be full, forbidden or of another shape: the screen itself then is the only copy. */
export function keepCopy(key: string, base: Values, typed: Values): boolean {
  try {
    localStorage.setItem(key, JSON.stringify({ base, values: { ...base, ...typed }, at: Date.now() } satisfies LocalCopy));
    return true;
  } catch {
    return false;
  }
}

export function dropCopy(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept then.
  }
}

export function readCopy(key: string, now: number): LocalCopy | null {
  try {
    const copy = JSON.parse(localStorage.getItem(key) ?? "null") as Partial<LocalCopy> | null;
    if (copy === null || typeof copy.at !== "number" || now - copy.at > longestLife) return null;
    const { base, values, at } = copy;
    return typeof base === "object" && typeof values === "object" ? { base, values, at } : null;
  } catch {
    return null;
  }
}

export interface Difference {
  readonly field: string;
  readonly mine: Value;
  readonly theirs: Value;
}

/** A copy found again beside what the server has now: what can be put back, and what changed on both sides. */
export function mergeCopy(copy: LocalCopy, server: Values): { readonly restored: Values; readonly conflicts: readonly Difference[] } {
  const typed = differing(copy.base, copy.values).filter(({ field, to }) => !same(server[field], to));
  const untouched = typed.filter(({ field, from }) => same(server[field], from));
  const both = typed.filter(({ field, from }) => !same(server[field], from));
  return {
    restored: Object.fromEntries(untouched.map(({ field, to }) => [field, to])),
    conflicts: both.map(({ field, to }) => ({ field, mine: to, theirs: server[field] ?? "" })),
  };
}
