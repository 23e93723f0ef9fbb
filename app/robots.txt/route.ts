import { env } from "@/lib/core/env";
import { paths } from "@/lib/core/paths";
import { publicResponse } from "@/lib/entry/public-response";
import { route } from "@/lib/entry/route";

/** Rooms of people, and addresses without number: a search has as many as there are combinations of criteria. */
const closed = [
  "/api/",
  `${paths.trainers.ads()}?`,
  paths.trainers.adsFeed(),
  `${paths.account.home}/`,
  paths.applications,
  paths.manage.home,
  paths.localMail(),
];

/** What robots may read: the public pages and each open ad, by the map of the site (EI-16). */
export const GET = route({ name: "site.robots", policy: "visitor" }, (_ctx, request) => {
  const map = `${new URL(env.APP_URL).origin}${paths.siteMapFile}`;
  const lines = ["User-agent: *", ...closed.map((path) => `Disallow: ${path}`), "", `Sitemap: ${map}`, ""];
  return Promise.resolve(publicResponse(request, lines.join("\n"), { type: "text/plain; charset=utf-8", maxAge: 3600 }));
});
