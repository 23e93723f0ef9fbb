import type { Metadata } from "next";
import { cache } from "react";
import { adSearchOf, adsTable } from "@/components/trainers/ads-table";
import { tableAddress } from "@/components/table/table-state";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { env } from "@/lib/core/env";
import { shownPhone } from "@/lib/accounts/phone/rules";
import { fileSize, longDay, parisDay, shortDate } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { currentCtx } from "@/lib/entry/current-ctx";
import { page, titled } from "@/lib/entry/page";
import { jobPostingOf } from "@/lib/trainers/ads/job-posting";
import { readPublicAdFile } from "@/lib/trainers/ads/read-ad-file";
import { type AdSeen, readAd } from "@/lib/trainers/ads/read-ad";
import { isOpen } from "@/lib/trainers/ads/rules";
import { JobPosting } from "./_components/job-posting";

/** Once for the title and the page of one request. */
const readOnce = cache(readAd);

export async function generateMetadata({ params }: { readonly params: Promise<{ number: string }> }): Promise<Metadata> {
  const ad = await readOnce(await currentCtx(), (await params).number).catch(() => null);
  if (ad === null) return titled("Annonce inconnue");
  // One address for search engines, whatever list the reader comes from.
  return { ...titled(ad.title), alternates: { canonical: addressOf(ad) } };
}

const addressOf = ({ number }: Pick<AdSeen, "number">) => `${new URL(env.APP_URL).origin}${paths.trainers.ad(number ?? "")}`;

/** One ad, open or closed, readable by all (EI-11); on paper, its facts first and where it comes from at the end (TR-43). */
export default page({ name: "trainers.ad", policy: "visitor" }, async (ctx, { params, searchParams }) => {
  const ad = await readOnce(ctx, params["number"] ?? "");
  const file = ad.attachmentFileId === null ? null : await readPublicAdFile(ctx, ad.number ?? "");
  const { state } = adSearchOf(searchParams);
  const list = tableAddress(paths.trainers.ads(), adsTable, state);
  const open = isOpen(ad, parisDay(ctx.now));
  return (
    <>
      <Breadcrumb parents={[{ label: "Annonces", href: list }]} current={`N° ${ad.number}`} />
      <PageHeader
        title={ad.title}
        eyebrow={
          <span className="flex flex-wrap gap-2">
            {!open && <Badge>Clôturée</Badge>}
            {open && ad.urgent && <Badge tone="warning">Urgent</Badge>}
          </span>
        }
        lead={`${ad.structure}${ad.publishedAt === null ? "" : `, publiée le ${shortDate(ad.publishedAt)}`}`}
        actions={
          open && (
            <LinkButton href={paths.trainers.apply(ad.number ?? "")} prefetch={false}>
              Candidater
            </LinkButton>
          )
        }
      />
      {!open && (
        <div className="mb-6">
          <Alert tone="info" title="Cette annonce est clôturée : on ne peut plus y répondre.">
            <p>
              <TextLink href={list}>Voir les annonces ouvertes</TextLink>
            </p>
          </Alert>
        </div>
      )}
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 space-y-8">
          <Part title="Description" text={ad.description} />
          <Part title="Profil recherché" text={ad.profileSought} />
          <Part title="Contexte" text={ad.context} />
          <Part title="Public" text={ad.audience} />
          {file !== null && (
            <section>
              <h2 className="mb-2 text-xl">Fichier joint</h2>
              <p>
                <a className="link break-all" href={paths.api.adFile(ad.number ?? "")}>
                  {file.name}
                </a>{" "}
                ({fileSize(file.bytes)})
              </p>
            </section>
          )}
          {open && <Answer ad={ad} />}
        </div>
        <Card title="En bref" className="print:order-first print:break-inside-avoid">
          <DefinitionList items={factsOf(ad)} />
        </Card>
      </div>
      <p className="mt-8 hidden text-sm print:block">Annonce lue à l’adresse : {addressOf(ad)}</p>
      <p className="mt-8 print:hidden">
        <TextLink href={list}>Retour à la liste</TextLink>
      </p>
      {open && <JobPosting data={jobPostingOf(ad, addressOf(ad))} />}
    </>
  );
});

function Part({ title, text }: { readonly title: string; readonly text: string }) {
  if (text === "") return null;
  return (
    <section className="measure print:max-w-none">
      <h2 className="mb-2 break-after-avoid text-xl">{title}</h2>
      <p className="whitespace-pre-line">{text}</p>
    </section>
  );
}

function Answer({ ad: { contactName, contactPhone, contactAddress, number, deadlineOn } }: { readonly ad: AdSeen }) {
  return (
    <Alert tone="info" title="Pour répondre à cette annonce">
      <p>
        <TextLink href={paths.trainers.apply(number ?? "")} prefetch={false}>
          Candidatez en ligne
        </TextLink>
        {deadlineOn !== null && ` avant le ${longDay(deadlineOn)} inclus`}. Une question ? Écrivez ou téléphonez à {contactName}, en
        rappelant le numéro {number}.
      </p>
      <ul className="list-disc pl-6">
        {contactAddress !== "" && (
          <li>
            <a className="link" href={`mailto:${contactAddress}?subject=${encodeURIComponent(`Annonce n° ${number}`)}`}>
              {contactAddress}
            </a>
          </li>
        )}
        {contactPhone !== "" && (
          <li>
            <a className="link" href={`tel:${contactPhone}`}>
              {shownPhone(contactPhone)}
            </a>
          </li>
        )}
      </ul>
    </Alert>
  );
}

function factsOf(ad: AdSeen) {
  const listed = (names: readonly string[]) => names.join(", ");
  return [
    { term: "Numéro", value: ad.number },
    { term: "Spécialités", value: listed(ad.specialties.map(({ name }) => name)) },
    ...(ad.subSpecialties.length === 0 ? [] : [{ term: "Sous-spécialités", value: listed(ad.subSpecialties.map(({ name }) => name)) }]),
    { term: "Durée", value: ad.duration },
    { term: "Dates", value: datesOf(ad) },
    { term: "Date limite de réponse", value: ad.deadlineOn === null ? "Sans limite" : longDay(ad.deadlineOn) },
    { term: "Pays", value: ad.country },
    ...(ad.countryCode === "FR" || ad.regions.length > 0
      ? [{ term: "Régions", value: ad.regions.length === 0 ? "Toutes" : listed(ad.regions) }]
      : []),
    ...(ad.departments.length === 0 ? [] : [{ term: "Départements", value: listed(ad.departments) }]),
    ...(ad.place === "" ? [] : [{ term: "Lieu", value: ad.place }]),
    { term: "Structure", value: ad.structure },
    { term: "Contact", value: ad.contactName },
  ];
}

function datesOf({ startsOn, endsOn }: AdSeen): string {
  if (startsOn === null) return "À convenir";
  return endsOn === null || endsOn === startsOn ? `le ${longDay(startsOn)}` : `du ${longDay(startsOn)} au ${longDay(endsOn)}`;
}
