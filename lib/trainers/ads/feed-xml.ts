import { longDay } from "@/lib/core/format";
import { type Xml, xml, xmlDocument } from "@/lib/core/xml";
import type { DescribedAd } from "./feed";

interface Feed {
  readonly title: string;
  readonly author: string;
  /** Addresses, whole: of the feed, and of the list that it follows. */
  readonly self: string;
  readonly list: string;
  readonly addressOf: (ad: DescribedAd) => string;
  readonly ads: readonly DescribedAd[];
}

/** When the newest of them came out; a date of long ago without any, so that nothing new is never news. */
export const feedChangedAt = (ads: readonly DescribedAd[]): Date =>
  new Date(Math.max(0, ...ads.map(({ publishedAt }) => publishedAt?.getTime() ?? 0)));

/** A search as an Atom feed (RFC 4287), which any reader of news follows (EI-16). */
export function adFeed({ title, author, self, list, addressOf, ads }: Feed): string {
  const entries = ads.map((ad): Xml => {
    const address = addressOf(ad);
    const at = (ad.publishedAt ?? new Date(0)).toISOString();
    const categories = [...ad.specialtyCodes, ...ad.subSpecialtyCodes].map((code) => xml`<category term="${code}"/>`);
    return xml`
  <entry>
    <id>${address}</id>
    <title>${ad.title}</title>
    <link rel="alternate" type="text/html" href="${address}"/>
    <published>${at}</published>
    <updated>${at}</updated>
    <author><name>${ad.structure}</name></author>
    ${categories}
    <summary>${summaryOf(ad)}</summary>
  </entry>`;
  });
  return xmlDocument(xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
  <id>${self}</id>
  <title>${title}</title>
  <updated>${feedChangedAt(ads).toISOString()}</updated>
  <author><name>${author}</name></author>
  <link rel="self" type="application/atom+xml" href="${self}"/>
  <link rel="alternate" type="text/html" href="${list}"/>${entries}
</feed>`);
}

const summaryOf = ({ number, deadlineOn, startsOn, description }: DescribedAd) =>
  [
    `Annonce n° ${number}.`,
    startsOn === null ? "Dates à convenir." : `À partir du ${longDay(startsOn)}.`,
    deadlineOn === null ? "" : `Répondre avant le ${longDay(deadlineOn)} inclus.`,
    description,
  ]
    .filter((part) => part !== "")
    .join(" ");
