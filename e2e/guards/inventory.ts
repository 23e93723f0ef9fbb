import { globSync, readFileSync } from "node:fs";

/** One way into the site, read from the sources: nobody types this list. */
export interface Entry {
  readonly kind: "page" | "route" | "action";
  readonly name: string;
  readonly policy: string;
  readonly file: string;
  /** Address of a page or route, with its [parameters]; for an action, its exported name. */
  readonly at: string;
  readonly method: string;
}

const made = /\b(page|route|action)\(\s*\{\s*name: "([\w.]+)",\s*policy: "(\w+)"/gu;

const addressOf = (file: string) =>
  `/${file
    .replace(/^app\//u, "")
    .replace(/\/?(?:page\.tsx|route\.ts)$/u, "")
    .split("/")
    .filter((part) => !/^\(.*\)$/u.test(part))
    .join("/")}`;

export function readInventory(): Entry[] {
  const files = globSync("app/**/{page.tsx,route.ts,actions.ts}").sort();
  return files.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    return [...text.matchAll(made)].map(([match, kind = "", name = "", policy = ""]) => {
      const before = text.slice(0, text.indexOf(match));
      const exported = /export const (\w+) = $/u.exec(before)?.[1] ?? "";
      return {
        kind: kind as Entry["kind"],
        name,
        policy,
        file,
        at: kind === "action" ? exported : addressOf(file),
        method: kind === "route" ? exported : "GET",
      };
    });
  });
}

export interface BuiltAction {
  readonly id: string;
  readonly exportedName: string;
  readonly filename: string;
  /** A page that carries it. */
  readonly page: string;
}

/** The server actions that the build really exposes. */
export function builtActions(distDir = process.env["NEXT_DIST_DIR"] ?? ".next"): BuiltAction[] {
  const manifest = JSON.parse(readFileSync(`${distDir}/server/server-reference-manifest.json`, "utf8")) as {
    node: Record<string, { exportedName: string; filename: string; workers: Record<string, unknown> }>;
  };
  return Object.entries(manifest.node).map(([id, { exportedName, filename, workers }]) => {
    const worker =
      Object.keys(workers).find((candidate) => !candidate.includes("_not-found") && !candidate.includes("[")) ??
      Object.keys(workers)[0] ??
      "";
    return { id, exportedName, filename, page: addressOf(`${worker.replace(/\/page$/u, "")}/page.tsx`) };
  });
}
