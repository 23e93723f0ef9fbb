import { shortDay } from "@/lib/core/format";
import { shownPhone } from "@/lib/accounts/phone/rules";
import type { ManagedAd } from "@/lib/trainers/ads/manage-ads";
import type { AdDraft } from "./ad-form";

/** A new ad: its structure and the person's own contact, to start from. */
export const newDraft = (given: {
  readonly structureId: string;
  readonly contactName: string;
  readonly contactAddress: string;
}): AdDraft => ({
  texts: { ...given, countryCode: "FR" },
  regions: [],
  departments: [],
  specialties: [],
  urgent: false,
});

const typedDay = (day: string | null) => (day === null ? "" : shortDay(day));

/** An ad as the form shows it again. */
export function draftOf(ad: ManagedAd): AdDraft {
  const { structureId, title, description, profileSought, context, audience, duration, place, contactName, contactAddress } = ad;
  const texts = { structureId, title, description, profileSought, context, audience, duration, place, contactName, contactAddress };
  const days = { startsOn: typedDay(ad.startsOn), endsOn: typedDay(ad.endsOn), deadlineOn: typedDay(ad.deadlineOn) };
  return {
    texts: { ...texts, ...days, countryCode: ad.countryCode, contactPhone: ad.contactPhone === "" ? "" : shownPhone(ad.contactPhone) },
    regions: ad.regionCodes,
    departments: ad.departmentCodes,
    specialties: [...ad.specialtyCodes, ...ad.subSpecialtyCodes],
    urgent: ad.urgent,
  };
}
