import type { Browser, CDPSession, Page } from "@playwright/test";
import { newVisitor } from "./chromium";

/** A page's first load on a slow phone, nothing kept from before. */
export interface PageLoad {
  readonly requests: number;
  /** Bytes on the wire, answers' headers included. */
  readonly total: number;
  readonly script: number;
  /** Milliseconds. Blocking: what tasks took beyond 50 ms each, from the first paint on. */
  readonly blocking: number;
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** Sum of the layout shifts. */
  readonly shift: number;
  /** Each script's path, with its size gzipped. */
  readonly scripts: ReadonlyMap<string, number>;
}

interface Visit {
  readonly origin: string;
  readonly path: string;
  readonly cookie?: string | undefined;
}

const slower = 4;
const settle = 800;

/** Loads a page once, processor four times slower, and waits until nothing moves any more. Null when it answers no 200. */
export async function loadPage(browser: Browser, { origin, path, cookie }: Visit): Promise<PageLoad | null> {
  const context = await newVisitor(browser, origin, cookie);
  try {
    const page = await context.newPage();
    const sumOfWire = await listen(page);
    // The loader of these sources marks functions with their names, by a helper that pages lack.
    await page.addInitScript({ content: "globalThis.__name = (value) => value;" });
    await page.addInitScript(observe);
    const answer = await page.goto(origin + path, { waitUntil: "load", timeout: 30_000 });
    if (answer?.status() !== 200 || new URL(page.url()).pathname !== path.split("?")[0]) return null;
    await page.waitForLoadState("networkidle", { timeout: 10_000 }).catch(() => {});
    await page.waitForTimeout(settle);
    return { ...(await page.evaluate(read)), ...sumOfWire() };
  } finally {
    await context.close();
  }
}

interface Seen {
  tasks: { start: number; length: number }[];
  largest: number;
  shift: number;
}

/** Runs in the page before anything of it. */
function observe(): void {
  const seen: Seen = { tasks: [], largest: 0, shift: 0 };
  Object.assign(window, { benchSeen: seen });
  const watch = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch("longtask", ({ startTime, duration }) => seen.tasks.push({ start: startTime, length: duration }));
  watch("largest-contentful-paint", ({ startTime }) => void (seen.largest = startTime));
  watch("layout-shift", (entry) => void (seen.shift += (entry as PerformanceEntry & { value: number }).value));
}

function read(): { blocking: number; firstPaint: number; largestPaint: number; shift: number } {
  const { benchSeen } = window as unknown as { benchSeen: Seen };
  const firstPaint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
  const after = benchSeen.tasks.filter(({ start, length }) => start + length > firstPaint);
  return {
    blocking: after.reduce((sum, { length }) => sum + Math.max(0, length - 50), 0),
    firstPaint,
    largestPaint: benchSeen.largest,
    shift: benchSeen.shift,
  };
}

/** What travels: sizes come from the browser itself, as sent (compressed). */
async function listen(page: Page): Promise<() => Pick<PageLoad, "requests" | "total" | "script" | "scripts">> {
  const client: CDPSession = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  await client.send("Network.setCacheDisabled", { cacheDisabled: true });
  await client.send("Emulation.setCPUThrottlingRate", { rate: slower });
  const known = new Map<string, { path: string; script: boolean; size: number }>();
  client.on("Network.responseReceived", ({ requestId, response, type }) => {
    const path = new URL(response.url).pathname;
    known.set(requestId, { path, script: type === "Script" || path.endsWith(".js"), size: 0 });
  });
  client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const request = known.get(requestId);
    if (request !== undefined) request.size = encodedDataLength;
  });
  return () => {
    const all = [...known.values()];
    const total = (list: readonly { size: number }[]) => list.reduce((bytes, { size }) => bytes + size, 0);
    const scripts = all.filter(({ script }) => script);
    return {
      requests: all.length,
      total: total(all),
      script: total(scripts),
      scripts: new Map(scripts.map(({ path, size }) => [path, size])),
    };
  };
}
