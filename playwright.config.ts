import { defineConfig, devices } from "@playwright/test";
import { sitePort } from "./e2e/support/site";

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  fullyParallel: true,
  workers: 2,
  // A test that passes at its second try is told as flaky, with the trace of that try; it does not stop a landing.
  retries: 1,
  forbidOnly: process.env["CI"] !== undefined,
  timeout: 60_000,
  reporter: [["list", { printSteps: false }]],
  outputDir: "test-results",
  globalSetup: "./e2e/support/global-setup.ts",
  use: {
    baseURL: `http://localhost:${sitePort}`,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    trace: "on-first-retry",
    launchOptions: {
      ...(process.env["CHROMIUM_PATH"] === undefined ? {} : { executablePath: process.env["CHROMIUM_PATH"] }),
      args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
  projects: [{ name: "chromium", use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } } }],
});
