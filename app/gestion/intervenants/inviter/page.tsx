import { SelectField } from "@/components/form/select-field";
import { MatchList } from "@/components/trainers/match-list";
import { Alert } from "@/components/ui/alert";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { joinIds, splitIds } from "@/lib/accounts/people/bulk/vocabulary";
import { identifier } from "@/lib/core/fields";
import { plural } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { type ChosenTrainer, listInvitingAds, readChosen, readInvitation } from "@/lib/trainers/applications/read-invitation";
import { longestReason, mostAtOnce } from "@/lib/trainers/applications/schemas";
import { InviteForm } from "./_components/invite-form";

export const metadata = titled("Inviter à répondre à une annonce");

/** From the CVthèque or the shortlist: an ad is proposed to the people chosen (EI-96). Two steps, each with its address. */
export default page({ name: "manage.invite", policy: "staff", application: "gestion" }, async (ctx, { searchParams }) => {
  const all = splitIds(searchParams["ids"]).filter((id) => identifier.safeParse(id).success);
  const asked = all.slice(0, mostAtOnce);
  const ads = await listInvitingAds(ctx);
  const wanted = text(searchParams["annonce"]);
  const ad = ads.find(({ id }) => id === wanted);
  const people = ad === undefined ? await readChosen(ctx, asked) : await readInvitation(ctx, ad.id, asked);
  const ids = joinIds(people.map(({ profileId }) => profileId));
  return (
    <>
      <Breadcrumb parents={[{ label: "CVthèque", href: paths.manage.trainers() }]} current="Inviter" />
      <PageHeader
        title="Inviter à répondre à une annonce"
        lead="Chaque personne reçoit un courriel avec le lien de l’annonce, et la retrouve dans « Mes réponses aux annonces »."
      />
      {all.length > asked.length && (
        <div className="mb-6">
          <Alert tone="warning" title={`${mostAtOnce} personnes au plus à la fois`}>
            <p>
              Les {mostAtOnce} premières sont ci-dessous. Invitez ensuite {all.length - asked.length === 1 ? "la dernière" : "les autres"},
              depuis votre sélection.
            </p>
          </Alert>
        </div>
      )}
      {people.length === 0 ? (
        <Nobody />
      ) : (
        <>
          <Section title={plural(people.length, "personne choisie", "personnes choisies")} id="choisies">
            <Chosen people={people} compared={ad !== undefined} />
          </Section>
          <Section title="Quelle annonce ?" id="annonce">
            <AdChoice ads={ads} ids={ids} value={ad?.id} />
          </Section>
          {ad !== undefined && (
            <Section title={`Inviter à « ${ad.title} »`} id="message">
              <Inviting adId={ad.id} ids={ids} count={people.filter(({ skipped }) => skipped === null).length} />
            </Section>
          )}
        </>
      )}
    </>
  );
});

const Nobody = () => (
  <EmptyState
    title="Aucune personne n’est choisie"
    action={
      <LinkButton href={paths.manage.trainers()} variant="secondary">
        Ouvrir la CVthèque
      </LinkButton>
    }
  >
    <p>Cochez des personnes dans la CVthèque ou dans votre sélection, puis choisissez « Inviter ».</p>
  </EmptyState>
);

/** Before an ad is chosen, there is nothing to compare. */
function Chosen({ people, compared }: { readonly people: readonly ChosenTrainer[]; readonly compared: boolean }) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface-raised">
      {people.map(({ profileId, name, skipped, match }) => (
        <li key={profileId} className="grid gap-x-6 gap-y-2 px-4 py-3 sm:grid-cols-2">
          <div>
            <p className="font-semibold">{name}</p>
            {skipped !== null && <p className="text-warning">Ne sera pas invitée ou invité : {skipped}.</p>}
          </div>
          {compared && <MatchList parts={match} />}
        </li>
      ))}
    </ul>
  );
}

interface AdChoiceProps {
  readonly ads: Awaited<ReturnType<typeof listInvitingAds>>;
  readonly ids: string;
  readonly value: string | undefined;
}

function AdChoice({ ads, ids, value }: AdChoiceProps) {
  if (ads.length === 0)
    return (
      <EmptyState
        title="Aucune annonce de votre structure n’est ouverte"
        action={
          <LinkButton href={paths.manage.newAd} variant="secondary">
            Écrire une annonce
          </LinkButton>
        }
      >
        <p>On n’invite qu’à une annonce publiée dont la date limite n’est pas passée.</p>
      </EmptyState>
    );
  return (
    <form method="get" action={paths.manage.invite()} className="flex max-w-3xl flex-wrap items-end gap-4">
      <input type="hidden" name="ids" value={ids} />
      <SelectField
        className="min-w-0 flex-[1_1_20rem]"
        name="annonce"
        label="Annonce ouverte"
        defaultValue={value}
        options={ads.map(({ id, number, title }) => ({ value: id, label: `N° ${number} ${title}` }))}
      />
      <Button type="submit" variant="secondary">
        {value === undefined ? "Choisir cette annonce" : "Changer d’annonce"}
      </Button>
    </form>
  );
}

function Inviting({ adId, ids, count }: { readonly adId: string; readonly ids: string; readonly count: number }) {
  if (count === 0)
    return <p>Aucune des personnes choisies ne peut être invitée à cette annonce : la raison est donnée à côté de chaque nom.</p>;
  return (
    <InviteForm
      adId={adId}
      ids={ids}
      limit={longestReason}
      submitLabel={count === 1 ? "Inviter 1 personne" : `Inviter ${count} personnes`}
    />
  );
}
