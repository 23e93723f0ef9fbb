import { median } from "../statistics";
import type { Browser } from "@playwright/test";
import { loadPage, type PageLoad } from "./page-load";

export type Who = "visitor" | "person" | "administrator";

export interface PageFigures {
  readonly who: Who | "floor" | "bare";
  readonly path: string;
  /** Medians. Sizes in bytes, times in milliseconds. */
  readonly requests: number;
  readonly script: number;
  readonly total: number;
  readonly blocking: number;
  readonly largestPaint: number;
  readonly shift: number;
  readonly scripts: Readonly<Record<string, number>>;
}

export interface Visited {
  readonly who: Who | "floor" | "bare";
  readonly origin: string;
  readonly path: string;
  readonly cookie?: string | undefined;
  /** Times and not only sizes are wanted: loaded as often as asked. */
  readonly timed: boolean;
}

/** Loads every page, in turns, so that a slow moment falls on all alike; pages that do not answer 200 are left out. */
export async function measurePages(browser: Browser, visited: readonly Visited[], loads: number): Promise<PageFigures[]> {
  const found = new Map<Visited, PageLoad[]>(visited.map((page) => [page, []]));
  for (let turn = 0; turn < loads; turn += 1) {
    for (const page of visited.filter(({ timed }) => timed || turn === 0)) {
      const load = await loadPage(browser, page);
      if (load !== null) found.get(page)?.push(load);
    }
  }
  return visited.flatMap((page) => figuresOf(page, found.get(page) ?? []));
}

function figuresOf({ who, path }: Visited, loads: readonly PageLoad[]): PageFigures[] {
  if (loads.length === 0) return [];
  const of = (pick: (load: PageLoad) => number) => median(loads.map(pick));
  return [
    {
      who,
      path,
      requests: of(({ requests }) => requests),
      script: of(({ script }) => script),
      total: of(({ total }) => total),
      blocking: of(({ blocking }) => blocking),
      largestPaint: of(({ largestPaint }) => largestPaint),
      shift: of(({ shift }) => shift),
      scripts: Object.fromEntries(loads[0]?.scripts ?? []),
    },
  ];
}
