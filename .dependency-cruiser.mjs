const pure = "(^lib/.*/(vocabulary|vocabulary-texts|rules|policy|schemas|describe-line)\\.ts$|\\.data\\.ts$)";
const tests = "\\.(test|spec)\\.tsx?$|/testing/|^e2e/|^bench/";
const platform = "^lib/(accounts|audit|captcha|content|files|jobs|limits|mail|notifications|messaging|references|search|settings|forum)/";
const products = "^lib/(communities|trainers|iel|formadist)/";
const core = "^lib/core/";

const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

/** Who may import whom; docs/architecture.md explains it with a drawing. */
export default {
  forbidden: [
    rule(
      "no-circular",
      "Two files that need each other are one idea.",
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
    rule(
      "app-and-ui-never-touch-sql",
      "Pages ask a query, actions a verb.",
      { path: "^(app|components|emails)/", pathNot: tests },
      { path: "^db/|^node_modules/(drizzle-orm|postgres)/" },
    ),
    rule(
      "pure-files-stay-pure",
      "Rules are functions of their arguments.",
      { path: pure, pathNot: tests },
      { path: "^db/|^node_modules/(next|react|drizzle-orm|postgres)/", dependencyTypesNot: ["type-only"] },
    ),
    rule(
      "ui-and-mails-use-only-pure-lib",
      "Pages read; components get props.",
      { path: "^(components|emails)/|^app/.*/_components/", pathNot: `${tests}|^emails/render\\.tsx$` },
      {
        path: "^lib/",
        pathNot: `${pure}|^lib/core/(ctx|paths|format|refusal|form-state|text|fields|xml)\\.ts$|^lib/files/upload-client\\.ts$|^lib/accounts/addresses/canonical-address\\.ts$`,
        dependencyTypesNot: ["type-only"],
      },
    ),
    rule(
      "db-knows-only-vocabularies",
      "One tuple feeds the database, zod and TypeScript.",
      { path: "^db/(schema|columns|client|embedded|migrate)" },
      { path: "^(lib|app|components|worker)/", pathNot: "^lib/.*/vocabulary\\.ts$|^lib/core/env\\.ts$" },
    ),
    rule(
      "lib-never-imports-app",
      "The domain does not know its screens.",
      { path: "^lib/", pathNot: "^lib/entry/" },
      { path: "^(app|components)/", pathNot: tests },
    ),
    rule(
      "modules-know-neither-next-nor-entry",
      "The worker and the command line call the same verbs.",
      { path: "^(lib|worker|db|emails)/", pathNot: `^lib/entry/|${tests}` },
      { path: "^lib/entry/|^node_modules/next/" },
    ),
    rule(
      "core-knows-no-module",
      "lib/core is below everything.",
      { path: core, pathNot: tests },
      { path: `${platform}|${products}`, dependencyTypesNot: ["type-only"] },
    ),
    rule(
      "platform-knows-no-product",
      "Products build on the platform, never the reverse.",
      { path: `${platform}|^lib/entry/` },
      { path: products },
    ),
    rule(
      "products-ignore-each-other",
      "Exceptions are listed here, by file.",
      { path: "^lib/(communities|trainers|iel|formadist)/" },
      { path: products, pathNot: "^lib/$1/" },
    ),
    rule(
      "production-code-needs-no-test-code",
      "Doubles stay in tests.",
      { path: "^(app|components|lib|emails|worker|db|scripts)/", pathNot: tests },
      { path: "/testing/|\\.test\\.tsx?$" },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|node_modules/(?!next|react|drizzle-orm|postgres))" },
    parser: "swc",
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default"] },
  },
};
