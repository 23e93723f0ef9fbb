import type { AdSeen } from "./read-ad";

type Posted = Pick<
  AdSeen,
  | "number"
  | "title"
  | "description"
  | "profileSought"
  | "publishedAt"
  | "deadlineOn"
  | "structure"
  | "structureCity"
  | "countryCode"
  | "regions"
  | "place"
>;

/** An ad in the words of schema.org's JobPosting, as search engines ask for it (EI-11). */
export const jobPostingOf = (ad: Posted, url: string) => ({
  "@context": "https://schema.org",
  "@type": "JobPosting",
  identifier: { "@type": "PropertyValue", name: ad.structure, value: ad.number },
  url,
  title: ad.title,
  description: [ad.description, ad.profileSought].filter((text) => text !== "").join("\n\n"),
  datePosted: ad.publishedAt?.toISOString().slice(0, 10),
  ...(ad.deadlineOn === null ? {} : { validThrough: `${ad.deadlineOn}T23:59:59` }),
  employmentType: "CONTRACTOR",
  hiringOrganization: { "@type": "Organization", name: ad.structure },
  jobLocation: {
    "@type": "Place",
    address: {
      "@type": "PostalAddress",
      addressCountry: ad.countryCode,
      ...localityOf(ad),
    },
  },
});

/** The town of the structure stands for the whole of France; abroad, it would be a wrong one. */
function localityOf({ countryCode, regions, place, structureCity }: Posted) {
  if (regions.length > 0) return { addressRegion: regions.join(", ") };
  if (countryCode === "FR") return { addressLocality: structureCity };
  return place === "" ? {} : { addressLocality: place };
}
