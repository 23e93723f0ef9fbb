import { type ChildProcess, spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { cronSecret, siteData, sitePort } from "./site";

/** Starts the site as `npm start` does, on an empty data folder; stops it after the run. E2E_REUSE=1: one is already running. */
export default async function start(): Promise<() => Promise<void>> {
  if (process.env["E2E_REUSE"] === "1") return () => Promise.resolve();
  await rm(siteData, { recursive: true, force: true });
  const environment = {
    ...process.env,
    PORT: String(sitePort),
    DATA_DIR: siteData,
    LOG_LEVEL: "error",
    CRON_SECRET: cronSecret,
    TRUSTED_PROXIES: "1",
  };
  const site = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], { env: environment, stdio: ["ignore", "pipe", "inherit"] });
  await readyLine(site);
  return () => stop(site);
}

function readyLine(site: ChildProcess): Promise<void> {
  return new Promise((ready, fail) => {
    let output = "";
    site.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("Ready:")) ready();
    });
    site.once("exit", (code) => fail(new Error(`The site did not start (code ${code ?? "none"}):\n${output}`)));
  });
}

function stop(site: ChildProcess): Promise<void> {
  return new Promise((done) => {
    site.once("exit", () => done());
    site.kill("SIGTERM");
  });
}
