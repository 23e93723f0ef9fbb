import { writeFile, mkdir } from "node:fs/promises";
import { buildMissing, timeFloorBuild, timeSiteBuild } from "./build";
import { openBrowser } from "./browser/chromium";
import { measurePages } from "./browser/measure-pages";
import { pagesToVisit } from "./browser/pages";
import { watchQuiet } from "./browser/quiet";
import { recordSoftNavigation } from "./browser/soft-navigation";
import { timeColdStarts } from "./cold-start";
import { countDatabaseWork } from "./database-work";
import type { Figures } from "./figures";
import { type Options, type Part, readOptions } from "./options";
import { printReport } from "./report";
import { runRounds, soak } from "./rounds";
import { startBare, startFloor, startSite } from "./server";
import { openStage, type Stage } from "./stage";
import { variantsOf, type Servers } from "./variants";

/**
 * `npm run bench`: the site against the least that its stack can do, on this machine, in one run. Only ratios taken in
 * the same run mean something; docs/speed.md says what each figure is.
 */
const ports = { site: 4191, floor: 4192, bare: 4193, counted: 4194, files: 4195, nginx: 4196 } as const;
const idleSeconds = 30;
/** People told of one ad (EI-15). */
const subscribers = 50_000;
/** Pieces of administrative files that end one day (EI-66). */
const datedPieces = 100_000;
const startedAt = performance.now();
const say = (text: string) => void process.stderr.write(`${((performance.now() - startedAt) / 1000).toFixed(0).padStart(4)} s  ${text}\n`);

async function measure(options: Options): Promise<Figures> {
  const least = { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "", NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const does = (part: Part) => !options.skip.has(part);
  const figures: Figures = { at: new Date().toISOString(), options: { ...options, skip: [...options.skip] } };
  if (does("build")) {
    say("building the floor, then the site, cold and warm");
    figures.build = { floor: await timeFloorBuild(least), site: await timeSiteBuild(least) };
  } else {
    say("building what is missing");
    await buildMissing(least);
  }
  // What runs queries in this process is loaded after the stage: it reads the environment that the stage has just made.
  const stage = await openStage(ports.site, does("ads") ? { memory: "1GB" } : {});
  try {
    if (does("start")) {
      say("cold starts");
      figures.start = await timeColdStarts(stage, ports, 3);
      say("statements and round trips of each page");
      figures.databaseWork = await countDatabaseWork(stage, ports.counted);
    }
    if (does("rounds") || does("browser")) await withServers(stage, (servers) => measureServers(options, stage, servers, figures));
    if (does("ads")) {
      say(`filling with ${options.ads} ads: several minutes`);
      const { fillWithAds, measureAdSearch } = await import("./ad-search");
      await fillWithAds(stage, options.ads);
      await withServers(stage, async (servers) => void (figures.ads = await measureAdSearch(stage, servers, { ...options, say })));
    }
    if (does("cvs")) {
      say(`filling with ${options.trainers} trainers: a minute or two`);
      const { fillWithTrainers, measureCvSearch } = await import("./cv-search");
      await fillWithTrainers(stage, options.trainers);
      figures.cvs = await measureCvSearch(stage, say);
    }
    if (does("alerts")) {
      say(`filling with ${subscribers} people who want alerts`);
      const { fillWithSubscribers, measureAdAlerts } = await import("./ad-alerts");
      await fillWithSubscribers(stage, subscribers);
      figures.alerts = await measureAdAlerts(stage, subscribers);
      const { measureMailDelivery } = await import("./mail-delivery");
      await withServers(stage, async (servers) => void (figures.delivery = await measureMailDelivery(stage, servers, say)));
    }
    if (does("expiry")) {
      say(`filling with ${datedPieces} dated pieces`);
      const { measurePieceExpiry } = await import("./piece-expiry");
      figures.expiry = await measurePieceExpiry(stage, datedPieces, say);
    }
    if (does("wizard") || does("queue") || does("repeated"))
      await withServers(stage, (servers) => measureTrainers(options, stage, servers, figures));
    if (does("pieces")) {
      say("pieces sent and read");
      const { measurePieceTransfer } = await import("./piece-transfer");
      await withServers(
        stage,
        async (servers) => void (figures.pieces = await measurePieceTransfer({ stage, servers, ports, ...options, say })),
      );
    }
  } finally {
    await stage.close();
  }
  return figures;
}

/** The trainers' space, page by page. */
async function measureTrainers(options: Options, stage: Stage, servers: Servers, figures: Figures): Promise<void> {
  const given = { rounds: options.rounds, seconds: options.seconds, countedPort: ports.counted, say };
  if (!options.skip.has("wizard")) {
    say("steps of the CV saved");
    const { measureWizardSave } = await import("./wizard-save");
    figures.wizard = await measureWizardSave(stage, servers, given);
  }
  if (!options.skip.has("queue")) {
    say("the list of requests to study");
    const { measureReviewQueue } = await import("./review-queue");
    figures.queue = await measureReviewQueue(stage, servers, given);
  }
  if (!options.skip.has("repeated")) {
    say("the same pages again and again");
    const { measureRepeatedPages } = await import("./repeated-pages");
    figures.repeated = await measureRepeatedPages(stage, servers, given);
  }
}

async function withServers(stage: Stage, use: (servers: Servers) => Promise<void>): Promise<void> {
  const servers = {
    site: await startSite(stage.site, ports.site, "/compte/connexion"),
    floor: await startFloor(stage.floor, ports.floor, "/rows"),
    bare: await startBare(stage.bare, ports.bare, "/rows"),
  };
  try {
    await use(servers);
  } finally {
    await Promise.all(Object.values(servers).map((server) => server.stop()));
  }
}

async function measureServers(options: Options, stage: Stage, servers: Servers, figures: Figures): Promise<void> {
  const origin = `http://localhost:${ports.site}`;
  const { people } = stage;
  const [cookie = ""] = people.cookies;
  const browser = await openBrowser(say);
  try {
    if (!options.skip.has("rounds")) {
      const navigation = await recordSoftNavigation(browser, origin, cookie, { from: "/compte/identite", path: "/compte/sessions" });
      const given = {
        stage,
        servers,
        variants: await variantsOf(stage, servers, navigation),
        rounds: options.rounds,
        seconds: options.seconds,
        say,
      };
      const { samples, ...rest } = await runRounds(given);
      figures.rounds = { samples: Object.fromEntries(samples), ...rest };
      if (options.soak > 0) {
        say("full load for the memory");
        figures.soak = await soak(given, options.soak);
      }
    }
    if (!options.skip.has("browser")) {
      say("pages in the browser, processor four times slower");
      figures.pages = await measurePages(browser, pagesToVisit(servers, people), options.loads);
      say(`tabs left alone for ${idleSeconds} seconds`);
      const tabs = [
        { path: "/compte/connexion" },
        { path: "/applications", cookie },
        { path: "/compte", cookie },
        { path: "/gestion", cookie: people.administrator },
      ];
      figures.quiet = await watchQuiet(browser, origin, tabs, idleSeconds);
    }
  } finally {
    await browser.close();
  }
}

try {
  const figures = await measure(readOptions());
  await mkdir("bench/results", { recursive: true });
  const file = `bench/results/${figures.at.slice(0, 19).replaceAll(":", "-")}.json`;
  await writeFile(file, `${JSON.stringify(figures, null, 2)}\n`);
  process.stdout.write(`${printReport(figures)}\nAll figures: ${file} (${((performance.now() - startedAt) / 1000).toFixed(0)} s)\n`);
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
