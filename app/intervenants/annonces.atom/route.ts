import { changeTableState, tableAddress } from "@/components/table/table-state";
import { adQueryOf, adSearchOfAddress, adsTable } from "@/components/trainers/ads-table";
import { paths } from "@/lib/core/paths";
import { publicResponse } from "@/lib/entry/public-response";
import { route } from "@/lib/entry/route";
import { readInstitution } from "@/lib/settings/institution";
import { describeAds } from "@/lib/trainers/ads/feed";
import { adFeed, feedChangedAt } from "@/lib/trainers/ads/feed-xml";
import { searchExactAds } from "@/lib/trainers/ads/search-ads";

const entries = 50;

/** The newest ads of a search, for programs that follow it; the same query as the page's (EI-16). */
export const GET = route(
  { name: "trainers.ads_feed", policy: "visitor", limit: { points: 120, per: 60, by: "network" } },
  async (ctx, request) => {
    const { state, search } = adSearchOfAddress(request.url);
    const newest = { ...search, sort: "published", direction: "desc", after: null, before: null } as const;
    const [{ shortName, siteUrl }, found] = await Promise.all([readInstitution(ctx), searchExactAds(ctx, newest, entries)]);
    const ads = await describeAds(
      ctx,
      found.ads.map(({ id }) => id),
    );
    const body = adFeed({
      title: state.q === "" ? `Annonces de l’Espace Intervenants – ${shortName}` : `Annonces : ${state.q} – ${shortName}`,
      author: shortName,
      self: `${siteUrl}${paths.trainers.adsFeed(adQueryOf(state))}`,
      list: `${siteUrl}${tableAddress(paths.trainers.ads(), adsTable, changeTableState(state, {}))}`,
      addressOf: ({ number }) => `${siteUrl}${paths.trainers.ad(number ?? "")}`,
      ads,
    });
    return publicResponse(request, body, { type: "application/atom+xml; charset=utf-8", maxAge: 300, changedAt: feedChangedAt(ads) });
  },
);
