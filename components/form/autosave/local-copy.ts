/**
 * What is typed and not yet on the server, kept by this browser alone: a lost network or session loses nothing (EI-31).
 * Only what differs is kept, until it is sent, for two weeks at most, and not after signing out.
 */
export interface LocalCopy {
  /** As the server had it. */
  readonly base: Values;
  readonly values: Values;
  /** Milliseconds. */
  readonly at: number;
}
type Value = string | readonly string[];
export type Values = Readonly<Record<string, Value>>;

/** Whose copy it is, and of which form. */
export const copyKeyOf = (owner: string, form: string): string => `${owner} ${form}`;
const prefix = "kept ";
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
export function keepCopy(key: string, changes: readonly FieldChange[], at = Date.now()): boolean {
  try {
    const base = Object.fromEntries(changes.map(({ field, from }) => [field, from]));
    const values = Object.fromEntries(changes.map(({ field, to }) => [field, to]));
    localStorage.setItem(prefix + key, JSON.stringify({ base, values, at } satisfies LocalCopy));
    return true;
  } catch {
    return false;
  }
}

export function dropCopy(key: string): void {
  try {
    localStorage.removeItem(prefix + key);
  } catch {
    // Nothing was kept then.
  }
}

/** What was typed in these fields was given up: it does not come back. */
export function dropFields(key: string, fields: readonly string[]): void {
  const copy = readCopy(key, Date.now());
  if (copy === null) return;
  const left = differing(copy.base, copy.values).filter(({ field }) => !fields.includes(field));
  if (left.length === 0) dropCopy(key);
  else keepCopy(key, left, copy.at);
}

export function readCopy(key: string, now: number): LocalCopy | null {
  try {
    const copy = JSON.parse(localStorage.getItem(prefix + key) ?? "null") as Partial<LocalCopy> | null;
    if (copy === null || typeof copy.at !== "number" || now - copy.at > longestLife) return null;
    const { base, values, at } = copy;
    return typeof base === "object" && typeof values === "object" ? { base, values, at } : null;
  } catch {
    return null;
  }
}

/** Takes away every copy of this browser but those of one owner that are still fresh: on a shared computer, others come. */
export function sweepCopies(owner: string | null, now: number): void {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    for (const key of keys) {
      const own = owner !== null && key.startsWith(`${prefix}${owner} `);
      if (!own || readCopy(key.slice(prefix.length), now) === null) localStorage.removeItem(key);
    }
  } catch {
    // Nothing can be kept here, so nothing is.
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
