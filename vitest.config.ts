import { defineConfig } from "vitest/config";

const exclude = ["node_modules/**", ".next*/**", ".data/**", "e2e/**"];
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
    projects: [
      { extends: true, test: { name: "unit", include: ["**/*.test.{ts,tsx}"], exclude: [...exclude, "**/*.db.test.ts"] } },
      {
        extends: true,
        test: { name: "db", include: ["**/*.db.test.ts"], exclude, globalSetup: ["db/testing/global-setup.ts"], maxWorkers: 2 },
      },
    ],
  },
});
