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
import { dateTime, longDay, parisDay, plural } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { fileRulesOf } from "@/lib/files/rules";
import { type ManagedAd, readManagedAd } from "@/lib/trainers/ads/manage-ads";
import { can } from "@/lib/trainers/ads/policy";
import { readAdFile } from "@/lib/trainers/ads/read-ad-file";
import { missingToPublish } from "@/lib/trainers/ads/rules";
import { countReceived } from "@/lib/trainers/applications/received-applications";
import { listPhrasings } from "@/lib/trainers/review/list-phrasings";
import { duplicateAdAction, publishAdAction } from "../actions";
import { AdFile } from "./_components/ad-file";
import { AdTabs } from "./_components/ad-tabs";
import { CloseForm } from "./_components/close-form";

export const metadata = titled("Une annonce");

/** What brought somebody here: a closed list, so that an address cannot speak for us. */
const arrivals: Readonly<Record<string, string>> = {
  cree: "Le brouillon est enregistré.",
  enregistre: "L’annonce est enregistrée.",
  publie: "L’annonce est publiée : elle est visible de tous.",
  cloture: "L’annonce est clôturée.",
  "cloture-prevenus": "L’annonce est clôturée, et les personnes qui attendaient une réponse reçoivent un courriel.",
  copie: "Voici la copie. Complétez ses dates, puis publiez-la.",
};

/** One ad of one's structures: what it says, what it lacks, and what can be done (AD-05). */
export default page({ name: "manage.ad", policy: "staff", application: "gestion" }, async (ctx, { params, searchParams }) => {
  const ad = await readManagedAd(ctx, params["id"] ?? "");
  const [{ received, living }, file] = await Promise.all([countReceived(ctx, ad.id), readAdFile(ctx, ad.id)]);
  const mayClose = can.close(ctx.actor, ad).allowed;
  const phrasings = mayClose ? await listPhrasings(ctx, "closing") : [];
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
      {ad.number !== null && <AdTabs adId={ad.id} current="ad" received={received} />}
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
      <Section title="Fichier joint" id="fichier" lead="Il est proposé à tous sur la page de l’annonce, une fois qu’elle est publiée.">
        {can.change(ctx.actor, ad).allowed ? (
          <AdFile adId={ad.id} file={file} rules={fileRulesOf("ad_attachment")} />
        ) : (
          <p>{file === null ? "Aucun." : <TextLink href={paths.api.adFile(ad.number ?? "")}>{file.name}</TextLink>}</p>
        )}
      </Section>
      <Section title="Ce que l’on peut en faire" id="actes">
        <div className="flex flex-wrap items-center gap-4">
          <ActionButton action={duplicateAdAction} fields={{ adId: ad.id }} variant="secondary">
            Dupliquer
          </ActionButton>
          {ad.number !== null && <TextLink href={paths.trainers.ad(ad.number)}>Voir la page publique</TextLink>}
        </div>
        {mayClose && (
          <Disclosure title="Clôturer l’annonce" className="mt-6">
            <CloseForm
              adId={ad.id}
              waiting={living === 0 ? null : `${plural(living, "personne n’a", "personnes n’ont")} pas encore de réponse.`}
              phrasings={phrasings.map(({ id, title, body }) => ({ id, title, body }))}
            />
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
