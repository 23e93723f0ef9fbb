import { runSteps, type Step } from "./run-command";

/** `npm run check`: format, lint, types, boundaries, dead code. Seconds, no database. */
export const checks: readonly Step[] = [
  { name: "format", command: "oxfmt", parameters: ["--check", "."] },
  { name: "lint", command: "oxlint", parameters: ["--type-aware"] },
  { name: "types", command: "tsc", parameters: ["--noEmit", "-p", "."] },
  {
    name: "boundaries",
    command: "depcruise",
    parameters: ["--config", ".dependency-cruiser.mjs", "app", "components", "db", "emails", "lib", "worker", "scripts", "proxy.ts"],
  },
  { name: "dead code", command: "knip", parameters: [] },
];

if (import.meta.main) process.exit(await runSteps(checks));
