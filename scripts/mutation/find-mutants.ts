/** One guard of the sources, and the text without it. */
export interface Mutant {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly kind: "check" | "block" | "object" | "owner" | "rule" | "door" | "entry";
  /** What is taken away, on one line. */
  readonly what: string;
  readonly from: number;
  readonly to: number;
  readonly instead: string;
}

type Cut = Pick<Mutant, "kind" | "from" | "to" | "instead">;

/**
 * The lines by which a source file refuses somebody, of these kinds, each taken away on its own:
 * - check: a statement that throws unless a verdict is yes or a proof was given, or that calls a guard named below;
 * - block: the refusal of a blocked account;
 * - object: a policy on an object, whose refusal is "absent";
 * - owner: the part of a query that keeps to the rows of the person who asks;
 * - rule: one "no" of a policy, which becomes "yes";
 * - door: a condition of the wrappers of lib/entry;
 * - entry: the policy of a page, a route or an action, which becomes "visitor".
 */
export function findMutants(file: string, text: string): Mutant[] {
  return cutsOf(file, text)
    .sort((one, other) => one.from - other.from)
    .map((cut) => ({
      ...cut,
      file,
      line: text.slice(0, cut.from).split("\n").length,
      what: text.slice(cut.from, cut.to).replaceAll(/\s+/gu, " ").trim(),
    }));
}

export const apply = (text: string, { from, to, instead }: Pick<Mutant, "from" | "to" | "instead">) =>
  `${text.slice(0, from)}${instead}${text.slice(to)}`;

function cutsOf(file: string, text: string): Cut[] {
  if (file.startsWith("app/")) return found("entry", text, /(?<=\bpolicy: ")(?!visitor")\w+(?=")/gu, "visitor");
  const rules = /\/polic(?:y|ies)\.ts$/u.test(file) ? refusalsOf(text) : [];
  const doors = /^lib\/entry\/(?:action\.ts|page\.tsx|route\.ts)$/u.test(file) ? found("door", text, door, "false") : [];
  return [
    ...found("check", text, check, ";"),
    ...found("check", text, handed, "Promise.resolve()"),
    ...found("block", text, block, ";"),
    ...found("object", text, object, ";"),
    ...found("owner", text, owner, "undefined"),
    ...rules,
    ...doors,
  ];
}

/** Functions that throw unless all is well, called for that alone. A new one is named here. */
const guards = [
  "ensure",
  "requireFreshProof",
  "requirePassword",
  "requireSign",
  "requireGates",
  "consumeLimit",
  "holdPasskey",
  "holdPassword",
  "keepAnAdministrator",
].join("|");

// A statement, or the whole of what an "if" on its line does, up to its semicolon.
const check = new RegExp(`(?<=^ +(?:if \\([^;{}]*\\) )?)(?:await )?(?:${guards})\\([^;]*\\);$`, "gmu");
/** A guard handed to whoever opens the transaction. */
const handed = /(?<=\(tx\) => )holdPasskey\([^()]*\)/gu;
const block = /(?<=^ +)if \([^;]*\) throw blocked\(\);$/gmu;
const object = /(?<=^ +)if \([^;]*(?:\bmay[A-Z]\w*\(|\.allowed\b)[^;]*\) throw absent\(\);$/gmu;
const owner = /\beq\(\w+\.(?:accountId|ownerId), (?:\w+\.)*accountId\)/gu;
const door =
  /(?<=^ +(?:return )?if \()(?:!verdict\.allowed(?=\) \{$)|!isSameOrigin|!isAllowedHost|safe \?|secret ===|spec\.only)[^;{]*?(?=\) (?:\{|notFound|throw))/gmu;

function found(kind: Mutant["kind"], text: string, pattern: RegExp, instead: string): Cut[] {
  return [...text.matchAll(pattern)].map((match) => ({ kind, from: match.index, to: match.index + match[0].length, instead }));
}

/** Each "no" that a policy answers: written in place, or named above and answered by its name; a sentence may hold that word too. */
function refusalsOf(text: string): Cut[] {
  const named = [...text.matchAll(/^(?:export )?const (\w+) = no\(/gmu)].map(([, name = ""]) => name);
  const silent = text.replaceAll(/"(?:[^"\\]|\\.)*"/gu, (words) => " ".repeat(words.length));
  const uses = named.flatMap((name) => found("rule", silent, new RegExp(`(?<!const )\\b${name}\\b`, "gu"), "yes"));
  const inPlace = [...text.matchAll(/(?<!const \w+ = )\bno\(\s*"/gu)].map(({ index }): Cut => {
    return { kind: "rule", from: index, to: endOfCall(text, index), instead: "yes" };
  });
  return [...uses, ...inPlace];
}

/** Just after the parenthesis that closes the call that begins at `from`. */
function endOfCall(text: string, from: number): number {
  let depth = 0;
  let quote: string | null = null;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (quote !== null) {
      if (sign === "\\") at += 1;
      else if (sign === quote) quote = null;
    } else if (sign === '"' || sign === "`") quote = sign;
    else if (sign === "(") depth += 1;
    else if (sign === ")" && (depth -= 1) === 0) return at + 1;
  }
  throw new Error("a call that does not end");
}
