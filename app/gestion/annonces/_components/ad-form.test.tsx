import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { ManagedAd } from "@/lib/trainers/ads/manage-ads";
import { changeAdInput } from "@/lib/trainers/ads/schemas";
import { AdForm } from "./ad-form";
import { draftOf } from "./draft-of";

const id = "018f0000-0000-7000-8000-000000000001";
const ad = {
  structureId: id,
  title: "Élaborer un budget",
  description: "",
  profileSought: "",
  context: "",
  audience: "",
  duration: "",
  place: "Strasbourg",
  contactName: "",
  contactAddress: "",
  contactPhone: "",
  startsOn: null,
  endsOn: null,
  deadlineOn: "2027-01-31",
  countryCode: "BE",
  regionCodes: ["44"],
  departmentCodes: ["67"],
  specialtyCodes: ["A3"],
  subSpecialtyCodes: ["A3A"],
  urgent: false,
} as Partial<ManagedAd> as ManagedAd;

const choices = {
  structures: [{ id, name: "Délégation Grand Est", code: "054" }],
  specialties: [{ code: "A3", name: "Finances", subSpecialties: [{ code: "A3A", name: "Comptabilité" }] }],
  regions: [
    {
      code: "44",
      name: "Grand Est",
      departments: [
        { code: "67", name: "Bas-Rhin" },
        { code: "68", name: "Haut-Rhin" },
      ],
    },
  ],
  countries: [
    { code: "BE", name: "Belgique" },
    { code: "FR", name: "France" },
  ],
};

test("EI-10 EI-11 EI-15 the form of an ad, saved untouched, keeps its departments, its regions and its country", () => {
  const html = renderToStaticMarkup(
    <AdForm
      {...choices}
      action={() => Promise.resolve({ status: "idle" as const })}
      draft={draftOf(ad)}
      editing={{ adId: id, version: 1 }}
      cancelHref="/"
    />,
  );
  const ticked = (name: string) =>
    [...html.matchAll(/<input[^>]*>/gu)]
      .map(([tag]) => tag)
      .filter((tag) => tag.includes(`name="${name}"`) && tag.includes("checked"))
      .map((tag) => /value="([^"]*)"/u.exec(tag)?.[1] ?? "");
  const country = /<select[^>]*name="countryCode".*?<\/select>/u.exec(html)?.[0] ?? "";
  const posted = {
    adId: id,
    version: "1",
    structureId: id,
    title: ad.title,
    countryCode: /<option value="([A-Z]{2})" selected/u.exec(country)?.[1],
    regions: ticked("regions"),
    departments: ticked("departments"),
    specialties: ticked("specialties"),
  };
  expect(changeAdInput.parse(posted)).toMatchObject({
    countryCode: "BE",
    regions: ["44"],
    departments: ["67"],
    specialties: ["A3", "A3A"],
  });
});
