import { env } from "@/lib/core/env";
import { paths } from "@/lib/core/paths";
import { xml, xmlDocument } from "@/lib/core/xml";
import { publicResponse } from "@/lib/entry/public-response";
import { route } from "@/lib/entry/route";
import { listAdAddresses, mapParts } from "@/lib/trainers/ads/open-data-addresses";
import { adUrls, pageUrls, urlSet } from "../sitemap/url-set";

/** The map of the public site for search engines: pages and open ads, or where its parts are when it is large (EI-16). */
export const GET = route({ name: "site.map", policy: "visitor", limit: { points: 60, per: 60, by: "network" } }, async (ctx, request) => {
  const site = new URL(env.APP_URL).origin;
  const ads = await listAdAddresses(ctx);
  const parts = ["pages", ...mapParts].map((part) => xml`<sitemap><loc>${`${site}${paths.siteMapPart(part)}`}</loc></sitemap>`);
  const body =
    ads === null
      ? xmlDocument(xml`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${parts}</sitemapindex>`)
      : urlSet([...pageUrls(site), ...adUrls(site, ads)]);
  return publicResponse(request, body, { type: "application/xml; charset=utf-8", maxAge: 3600 });
});
