import type { Browser, Page, Request } from "@playwright/test";
import { newVisitor } from "./chromium";

export interface Quiet {
  readonly path: string;
  /** Requests of the tab, left alone. */
  readonly idleRequests: readonly string[];
  /** Links seen on the page that stay on the site. */
  readonly links: number;
  /** Prefetches sent while the page was loaded and read to its end. */
  readonly prefetches: number;
  /** Most of them for one address. */
  readonly mostForOneLink: number;
  /** The addresses prefetched, with the part asked for. */
  readonly prefetched: readonly string[];
}

interface Prefetch {
  readonly address: string;
  /** The framework asks for a page in parts. */
  readonly part: string;
}

interface Tab {
  readonly path: string;
  readonly cookie?: string | undefined;
}

/** Opens the tabs, scrolls through each, then leaves all alone for some seconds. */
export async function watchQuiet(browser: Browser, origin: string, tabs: readonly Tab[], seconds: number): Promise<Quiet[]> {
  const open = await Promise.all(tabs.map((tab) => openTab(browser, origin, tab)));
  await Promise.all(open.map(({ page }) => page.waitForTimeout(3_000)));
  for (const { later } of open) later.length = 0;
  await new Promise((done) => setTimeout(done, seconds * 1000));
  const seen = open.map(({ path, links, prefetches, later }) => ({
    path,
    links,
    prefetches: prefetches.length,
    mostForOneLink: most(prefetches.map(({ address, part }) => `${address} ${part}`)),
    prefetched: prefetches.map(({ address, part }) => `${address} (${part})`),
    idleRequests: [...later],
  }));
  await Promise.all(open.map(({ page }) => page.context().close()));
  return seen;
}

async function openTab(
  browser: Browser,
  origin: string,
  { path, cookie }: Tab,
): Promise<{ page: Page; path: string; links: number; prefetches: Prefetch[]; later: string[] }> {
  const context = await newVisitor(browser, origin, cookie);
  const page = await context.newPage();
  const [prefetches, later]: [Prefetch[], string[]] = [[], []];
  page.on("request", (request) => {
    later.push(request.url());
    if (isPrefetch(request))
      prefetches.push({ address: addressOf(request), part: request.headers()["next-router-segment-prefetch"] ?? "whole" });
  });
  await page.goto(origin + path, { waitUntil: "networkidle" });
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  const links = await page.evaluate(
    () =>
      new Set(
        [...document.querySelectorAll<HTMLAnchorElement>("a[href]")]
          .filter(({ origin }) => origin === location.origin)
          .map(({ pathname, search }) => pathname + search),
      ).size,
  );
  return { page, path, links, prefetches, later };
}

const isPrefetch = (request: Request) =>
  ["next-router-prefetch", "next-router-segment-prefetch"].some((name) => request.headers()[name] !== undefined);

/** The page a prefetch is for, without the mark that keeps caches apart. */
function addressOf(request: Request): string {
  const url = new URL(request.url());
  url.searchParams.delete("_rsc");
  return url.pathname + url.search;
}

const most = (addresses: readonly string[]) =>
  Math.max(0, ...[...new Set(addresses)].map((address) => addresses.filter((other) => other === address).length));
