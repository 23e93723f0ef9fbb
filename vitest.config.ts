import { globSync, readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";

const exclude = ["node_modules/**", ".next*/**", ".data/**", "e2e/**"];
/** What these put in the place of a module must be there before anything else loads it: each in a worker of its own. */
const apart = globSync("{app,components,db,emails,lib,scripts,worker}/**/*.test.{ts,tsx}").filter((file) =>
  /\bvi\.(?:mock|doMock|resetModules)\(/u.test(readFileSync(file, "utf8")),
);
const db = { globalSetup: ["db/testing/global-setup.ts"], maxWorkers: 2 };
const testEnv = {
  DATABASE_URL: "postgres://unused:unused@127.0.0.1:1/unused",
  AUTH_SECRET: "test-secret-test-secret-test-secret-1234",
  MASTER_KEYS: `test:${Buffer.alloc(32, 7).toString("base64")}`,
  LOG_LEVEL: "silent",
};

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    env: testEnv,
    // Only against a test that hangs: no test measures time.
    testTimeout: 30_000,
    // Modules are loaded once for all the files of a worker: loading them took half of the time.
    isolate: false,
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["**/*.test.{ts,tsx}"], exclude: [...exclude, "**/*.db.test.ts", ...apart], maxWorkers: 2 },
      },
      { extends: true, test: { ...db, name: "db", include: ["**/*.db.test.ts"], exclude: [...exclude, ...apart] } },
      { extends: true, test: { ...db, name: "apart", include: apart, exclude, isolate: true } },
    ],
  },
});
