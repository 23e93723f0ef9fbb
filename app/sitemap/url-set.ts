import { paths } from "@/lib/core/paths";
import { type Xml, xml, xmlDocument } from "@/lib/core/xml";
import type { ListedAd } from "@/lib/trainers/ads/open-data-addresses";

const publicPages = [
  paths.home,
  paths.trainers.home,
  paths.trainers.ads(),
  paths.trainers.information(),
  paths.trainers.openData,
  paths.legal.help,
  paths.legal.accessibility,
  paths.legal.access,
  paths.legal.notices,
  paths.legal.siteMap,
];

export const pageUrls = (site: string): Xml[] => publicPages.map((path) => xml`<url><loc>${`${site}${path}`}</loc></url>`);

export const adUrls = (site: string, ads: readonly ListedAd[]): Xml[] =>
  ads.map(({ number, publishedAt }) => {
    const day = publishedAt?.toISOString().slice(0, 10) ?? "";
    return xml`<url><loc>${`${site}${paths.trainers.ad(number ?? "")}`}</loc><lastmod>${day}</lastmod></url>`;
  });

export const urlSet = (urls: readonly Xml[]): string =>
  xmlDocument(xml`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls}</urlset>`);
