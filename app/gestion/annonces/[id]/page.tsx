import { ActionButton } from "@/components/form/action-button";
import { AdStateBadge } from "@/components/gestion/ad-state-badge";
import { Alert } from "@/components/ui/alert";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Section } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Disclosure } from "@/components/ui/disclosure";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { dateTime, longDay, parisDay } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { type ManagedAd, readManagedAd } from "@/lib/trainers/ads/manage-ads";
import { can } from "@/lib/trainers/ads/policy";
import { missingToPublish } from "@/lib/trainers/ads/rules";
import { duplicateAdAction, publishAdAction } from "../actions";
import { CloseForm } from "./_components/close-form";

export const metadata = titled("Une annonce");

/** What brought somebody here: a closed list, so that an address cannot speak for us. */
const arrivals: Readonly<Record<string, string>> = {
  cree: "Le brouillon est enregistré.",
  enregistre: "L’annonce est enregistrée.",
  publie: "L’annonce est publiée : elle est visible de tous.",
  cloture: "L’annonce est clôturée.",
  copie: "Voici la copie. Complétez ses dates, puis publiez-la.",
};

/** One ad of one's structures: what it says, what it lacks, and what can be done (AD-05). */
export default page({ name: "manage.ad", policy: "staff", application: "gestion" }, async (ctx, { params, searchParams }) => {
  const ad = await readManagedAd(ctx, params["id"] ?? "");
  const arrival = arrivals[text(searchParams["message"]) ?? ""];
  return (
    <>
      <Breadcrumb parents={[{ label: "Annonces", href: paths.manage.ads() }]} current={ad.title} />
      <PageHeader
        title={ad.title}
        eyebrow={<AdStateBadge state={ad.state} />}
        lead={ad.number === null ? ad.structure : `N° ${ad.number}, ${ad.structure}`}
        actions={can.change(ctx.actor, ad).allowed && <LinkButton href={paths.manage.editAd(ad.id)}>Modifier</LinkButton>}
      />
      <div className="space-y-6">
        {arrival !== undefined && <Alert tone="success" title={arrival} role="status" />}
        {ad.state === "draft" && <Publishing ad={ad} missing={Object.values(missingToPublish(ad, parisDay(ctx.now))).flat()} />}
        {ad.state === "closed" && ad.closedAt !== null && (
          <Alert tone="info" title={`Clôturée le ${dateTime(ad.closedAt)}`}>
            <p>{ad.closedReason}</p>
          </Alert>
        )}
      </div>
      <Section title="L’annonce" id="annonce">
        <DefinitionList items={factsOf(ad)} />
      </Section>
      <Section title="Ce que l’on peut en faire" id="actes">
        <div className="flex flex-wrap items-center gap-4">
          <ActionButton action={duplicateAdAction} fields={{ adId: ad.id }} variant="secondary">
            Dupliquer
          </ActionButton>
          {ad.number !== null && <TextLink href={paths.trainers.ad(ad.number)}>Voir la page publique</TextLink>}
        </div>
        {can.close(ctx.actor, ad).allowed && (
          <Disclosure title="Clôturer l’annonce" className="mt-6">
            <CloseForm adId={ad.id} />
          </Disclosure>
        )}
      </Section>
    </>
  );
});

function Publishing({ ad, missing }: { readonly ad: ManagedAd; readonly missing: readonly string[] }) {
  if (missing.length > 0)
    return (
      <Alert tone="info" title="Avant de publier, il reste à compléter :">
        <ul className="list-disc pl-6">
          {missing.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>
          <TextLink href={paths.manage.editAd(ad.id)}>Compléter l’annonce</TextLink>
        </p>
      </Alert>
    );
  return (
    <Alert tone="info" title="Cette annonce est prête.">
      <p>Une fois publiée, elle reçoit son numéro et tout le monde peut la lire.</p>
      <ActionButton action={publishAdAction} fields={{ adId: ad.id }} variant="primary">
        Publier l’annonce
      </ActionButton>
    </Alert>
  );
}

function factsOf(ad: ManagedAd) {
  const long = (value: string) => value !== "" && <span className="whitespace-pre-line">{value}</span>;
  return [
    { term: "Description", value: long(ad.description) || "" },
    { term: "Profil recherché", value: long(ad.profileSought) || "" },
    { term: "Contexte", value: long(ad.context) || "" },
    { term: "Public", value: long(ad.audience) || "" },
    { term: "Début", value: ad.startsOn === null ? "" : longDay(ad.startsOn) },
    { term: "Fin", value: ad.endsOn === null ? "" : longDay(ad.endsOn) },
    { term: "Date limite de réponse", value: ad.deadlineOn === null ? "" : longDay(ad.deadlineOn) },
    { term: "Durée", value: ad.duration },
    { term: "Lieu", value: ad.place },
    { term: "Contact", value: ad.contactName },
  ];
}
