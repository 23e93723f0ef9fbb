import { env } from "@/lib/core/env";
import { absent } from "@/lib/core/refusal";
import { publicResponse } from "@/lib/entry/public-response";
import { route } from "@/lib/entry/route";
import { listAdAddresses, mapParts } from "@/lib/trainers/ads/open-data-addresses";
import { adUrls, pageUrls, urlSet } from "../url-set";

/** One part of a large map of the site: "pages.xml", or the open ads whose number ends with a digit, "annonces-7.xml" (EI-16). */
export const GET = route(
  { name: "site.map_part", policy: "visitor", limit: { points: 60, per: 60, by: "network" } },
  async (ctx, request, { part = "" }) => {
    const site = new URL(env.APP_URL).origin;
    const digit = mapParts.find((known) => part === `annonces-${known}.xml`);
    if (digit === undefined && part !== "pages.xml") throw absent();
    const urls = digit === undefined ? pageUrls(site) : adUrls(site, (await listAdAddresses(ctx, digit)) ?? []);
    return publicResponse(request, urlSet(urls), { type: "application/xml; charset=utf-8", maxAge: 3600 });
  },
);
