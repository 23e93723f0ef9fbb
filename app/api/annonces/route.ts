import { adQueryOf, adSearchOfAddress } from "@/components/trainers/ads-table";
import { env } from "@/lib/core/env";
import { paths } from "@/lib/core/paths";
import { publicResponse } from "@/lib/entry/public-response";
import { route } from "@/lib/entry/route";
import { readOpenData } from "@/lib/trainers/ads/open-data";

/** The open ads of a search, a hundred at a time, for programs; documented at paths.trainers.openData (EI-16). */
export const GET = route(
  { name: "trainers.ads_open_data", policy: "visitor", limit: { points: 60, per: 60, by: "network" } },
  async (ctx, request) => {
    const { state, search } = adSearchOfAddress(request.url);
    const site = new URL(env.APP_URL).origin;
    const { total, annonces, next, previous } = await readOpenData(ctx, search, (number) => `${site}${paths.trainers.ad(number)}`);
    const query = adQueryOf(state);
    const page = (name: "after" | "before", cursor: string | null) =>
      cursor === null ? null : `${site}${paths.api.ads([...query, [name, cursor]])}`;
    const body = { total, annonces, suivant: page("after", next), precedent: page("before", previous) };
    return publicResponse(request, JSON.stringify(body), { type: "application/json; charset=utf-8", maxAge: 60 });
  },
);
