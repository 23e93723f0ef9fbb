import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

const sources = (...patterns: string[]) =>
  globSync(patterns, { exclude: (name) => /node_modules|\.next/u.test(name) })
    .filter((file) => !/\.(test|spec)\.tsx?$|\/testing\//u.test(file))
    .sort();
const read = (file: string) => readFileSync(file, "utf8");
/** Files of `list` whose text breaks the rule. */
const breaking = (list: readonly string[], breaks: (text: string, file: string) => boolean) =>
  list.filter((file) => breaks(read(file), file));

describe("entry points", () => {
  test("every page is made by page(…), with its policy", () => {
    const pages = sources("app/**/page.tsx");
    expect(pages.length).toBeGreaterThan(10);
    expect(breaking(pages, (text) => !/export default page\(\s*\{[^}]*policy:/u.test(text))).toEqual([]);
  });

  test("every route handler is made by route(…), with its policy", () => {
    const exported = /export (?:const|async function|function) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/gu;
    const built = /export const (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) = (?:route\(\s*\{[^}]*policy:|\w+;)/gu;
    expect(
      breaking(sources("app/**/route.ts"), (text) => [...text.matchAll(exported)].length !== [...text.matchAll(built)].length),
    ).toEqual([]);
  });

  test("a file of server actions exports nothing but action(…): each export is a public door", () => {
    const files = sources("app/**/actions.ts");
    expect(files.length).toBeGreaterThan(3);
    expect(
      breaking(
        files,
        (text) =>
          !text.startsWith('"use server"') ||
          [...text.matchAll(/^export /gmu)].length !==
            [...text.matchAll(/^export const \w+ = action\(\{\s*name: "[\w.]+",\s*policy: "/gmu)].length,
      ),
    ).toEqual([]);
  });

  test("MC-13 MC-14 every door of Gestion asks for its consent and terms: pages, downloads and actions", () => {
    const files = sources("app/{gestion,api/gestion}/**/{page.tsx,route.ts,actions.ts}");
    expect(files.length).toBeGreaterThan(10);
    const doors = /\b(?:page|route|action)\(\s*\{\s*name: "[\w.]+",\s*policy: "\w+"/gu;
    const withGates = /\b(?:page|route|action)\(\s*\{\s*name: "[\w.]+",\s*policy: "\w+",\s*application: "gestion"/gu;
    expect(breaking(files, (text) => [...text.matchAll(doors)].length !== [...text.matchAll(withGates)].length)).toEqual([]);
  });

  test("TR-45 a refusal is told inside the layout of its room, which has the shell: a second one would be made with every page", () => {
    const layouts = sources("app/*/layout.tsx");
    expect(layouts.length).toBeGreaterThan(4);
    const missing = layouts.flatMap((file) => ["not-found.tsx", "forbidden.tsx"].map((name) => join(dirname(file), name)));
    expect(missing.filter((file) => !existsSync(file))).toEqual([]);
    expect(breaking(sources("app/**/{not-found,forbidden}.tsx"), (text) => text.includes("SiteShell"))).toEqual([]);
  });

  test("server actions are declared nowhere else", () => {
    const others = sources("{app,components,lib,emails,worker}/**/*.{ts,tsx}").filter((file) => !file.endsWith("actions.ts"));
    expect(breaking(others, (text) => /^\s*["']use server["']/mu.test(text))).toEqual([]);
  });

  test("names of pages, of routes and of actions are unique: the rights matrix speaks of one each", () => {
    const names = sources("app/**/{page.tsx,route.ts,actions.ts}").flatMap((file) =>
      [...read(file).matchAll(/\b((?:page|route|action)\(\s*\{\s*name: "[\w.]+")/gu)].map(([, name]) => name?.replace(/\s+/gu, "")),
    );
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

describe("verbs", () => {
  test("AD-13 a transaction is told in the audit log, and judged by a policy or says why it needs none", () => {
    const verbs = sources("lib/**/*.ts").filter((file) => !/^lib\/core\/|-job\.ts$/u.test(file) && /\bwithTx\(/u.test(read(file)));
    expect(verbs.length).toBeGreaterThan(10);
    expect(
      breaking(verbs, (text) => !/\baudit(?:Look)?\(/u.test(text) && !/No audit:/u.test(text)),
      "without an audit line",
    ).toEqual([]);
    expect(
      breaking(
        verbs,
        (text) => !/\bensure\(|\brequireSign\(|\brequireFreshProof\(|\b(?:mine|personOf)\(/u.test(text) && !/No policy:/u.test(text),
      ),
      "without a policy",
    ).toEqual([]);
  });

  test("no verb reads another clock than the one it is given", () => {
    const modules = sources("lib/**/*.ts").filter((file) => !/^lib\/(core|entry)\/|upload-client/u.test(file));
    expect(breaking(modules, (text) => /new Date\(\)|Date\.now\(\)/u.test(text) && !/The clock of/u.test(text))).toEqual([]);
  });
});

describe("screens", () => {
  test("internal addresses come from lib/core/paths.ts", () => {
    const files = sources("{app,components,lib,emails}/**/*.{ts,tsx}").filter(
      (file) => !/^lib\/core\/paths\.ts$|^lib\/accounts\/applications\/applications\.data\.ts$|^app\/systeme-de-design\//u.test(file),
    );
    expect(
      breaking(files, (text) =>
        /\b(?:href|action)=(?:\{["'`]|["'])\/|\b(?:redirect|revalidatePath|push|replace|fetch)\(["'`]\//u.test(text),
      ),
    ).toEqual([]);
  });

  test("no inline style: the content security policy refuses it", () => {
    expect(breaking(sources("{app,components}/**/*.tsx"), (text) => /\sstyle=\{/u.test(text))).toEqual([]);
  });
});

describe("documents", () => {
  test("paths cited in the documents exist", () => {
    const missing = sources("{docs/**/*.md,README.md,CONTRIBUTING.md}").flatMap((file) =>
      [
        ...read(file).matchAll(
          /`((?:app|components|db|docs|e2e|emails|lib|worker|bench|scripts)\/[\w./()[\]-]*\w)`|\]\((?!https?:|#|mailto:)([^)#\s]+)/gu,
        ),
      ]
        .map(([, cited, linked]) => cited ?? join(dirname(file), linked ?? ""))
        .filter((path) => !existsSync(path))
        .map((path) => `${file}: ${path}`),
    );
    expect(missing).toEqual([]);
  });
});
