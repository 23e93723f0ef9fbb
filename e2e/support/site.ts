import { join } from "node:path";
import { tmpdir } from "node:os";

/** The site under test: the production build, on its own port and its own data. */
export const sitePort = Number(process.env["E2E_PORT"] ?? 4300);
export const siteUrl = `http://localhost:${sitePort}`;
export const siteData = process.env["E2E_DATA"] ?? join(tmpdir(), `espaces-e2e-${sitePort}`);
export const cronSecret = "end-to-end-secret-of-the-cron-calls-0123456789";
