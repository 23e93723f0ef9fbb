import type { Browser } from "@playwright/test";
import { newVisitor } from "./chromium";

/** What a click on a link inside the site asks for, seen in a real browser, to be asked again under load. */
export interface SoftNavigation {
  /** Address of the whole page. */
  readonly path: string;
  /** The same with the mark that keeps caches apart. */
  readonly softPath: string;
  readonly headers: Readonly<Record<string, string>>;
}

const kept = new Set(["rsc", "next-router-state-tree", "next-url"]);

/** Signed in on `from`, follows the link to `path`. */
export async function recordSoftNavigation(
  browser: Browser,
  origin: string,
  cookie: string,
  { from, path }: { readonly from: string; readonly path: string },
): Promise<SoftNavigation> {
  const context = await newVisitor(browser, origin, cookie);
  try {
    const page = await context.newPage();
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(origin + from, { waitUntil: "networkidle" });
    const asked = page.waitForRequest(
      (request) =>
        request.headers()["rsc"] === "1" &&
        request.headers()["next-router-prefetch"] === undefined &&
        new URL(request.url()).pathname === path,
      { timeout: 10_000 },
    );
    await page.locator(`a[href="${path}"]:visible`).first().click();
    const request = await asked;
    const url = new URL(request.url());
    const headers = Object.fromEntries(Object.entries(request.headers()).filter(([name]) => kept.has(name)));
    return { path, softPath: url.pathname + url.search, headers };
  } finally {
    await context.close();
  }
}
