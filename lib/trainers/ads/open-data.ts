import type { Ctx } from "@/lib/core/ctx";
import { describeAds, type DescribedAd } from "./feed";
import { type AdSearch, searchExactAds } from "./search-ads";

/** Ads of one page of the open data. */
export const openDataPageSize = 100;

export interface OpenData {
  /** Ads found; `plus` when there are more than this number, which are not counted. */
  readonly total: { readonly nombre: number; readonly plus: boolean };
  readonly annonces: readonly OpenAd[];
  /** Cursors of the neighbouring pages. */
  readonly next: string | null;
  readonly previous: string | null;
}

export type OpenAd = ReturnType<typeof openAdOf>;

/** A page of a search for programs (EI-16), the newest first. Public: no policy. */
export async function readOpenData(ctx: Ctx, search: AdSearch, addressOf: (number: string) => string): Promise<OpenData> {
  const found = await searchExactAds(ctx, { ...search, sort: "published", direction: "desc" }, openDataPageSize);
  const ads = await describeAds(
    ctx,
    found.ads.map(({ id }) => id),
  );
  return {
    total: { nombre: found.total.count, plus: found.total.capped },
    annonces: ads.map((ad) => openAdOf(ad, addressOf(ad.number ?? ""))),
    next: found.next,
    previous: found.previous,
  };
}

/** One ad in the words of the documentation (app/intervenants/annonces/donnees-ouvertes). Nobody's name, phone nor address. */
export const openAdOf = (ad: DescribedAd, adresse: string) => ({
  numero: ad.number,
  adresse,
  titre: ad.title,
  description: ad.description,
  profil: ad.profileSought,
  contexte: ad.context,
  public: ad.audience,
  duree: ad.duration,
  debut: ad.startsOn,
  fin: ad.endsOn,
  dateLimite: ad.deadlineOn,
  urgent: ad.urgent,
  pays: ad.country,
  regions: ad.regionCodes,
  departements: ad.departmentCodes,
  lieu: ad.place,
  specialites: ad.specialtyCodes,
  sousSpecialites: ad.subSpecialtyCodes,
  structure: { code: ad.structureCode, nom: ad.structure },
  publieeLe: ad.publishedAt?.toISOString() ?? null,
});
