import { execFile } from "node:child_process";
import { access } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);
/** The one without windows first: it takes a third less time. */
const usual = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** A Chromium for the browser tests: the one named, one of the machine, Playwright's, or one installed now. Throws with what to do. */
export async function findChromium(say: (text: string) => void): Promise<string> {
  const found = await firstPresent([process.env["CHROMIUM_PATH"], ...usual, await playwrightPath()]);
  if (found !== null) return found;
  say("No Chromium found: installing one…");
  await attempt("playwright", ["install", "chromium"]);
  const downloaded = await firstPresent([await playwrightPath()]);
  if (downloaded !== null) return downloaded;
  await attempt("apt-get", ["update"]);
  await attempt("apt-get", ["install", "-y", "--no-install-recommends", "chromium-headless-shell", "fonts-liberation"]);
  const installed = await firstPresent(usual);
  if (installed !== null) return installed;
  throw new Error("No Chromium could be found or installed: install one and set CHROMIUM_PATH.");
}

async function playwrightPath(): Promise<string> {
  const { chromium } = await import("@playwright/test");
  return chromium.executablePath();
}

async function firstPresent(paths: readonly (string | undefined)[]): Promise<string | null> {
  for (const path of paths) {
    if (
      path !== undefined &&
      path !== "" &&
      (await access(path).then(
        () => true,
        () => false,
      ))
    )
      return path;
  }
  return null;
}

const attempt = (command: string, parameters: readonly string[]) =>
  run(command, parameters, { timeout: 240_000, env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } }).catch(() => null);
