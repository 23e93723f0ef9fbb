import { Send } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { joinIds, splitIds } from "@/lib/accounts/people/bulk/vocabulary";
import { plural, shortDate } from "@/lib/core/format";
import { identifier } from "@/lib/core/fields";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { invitationBatches } from "@/lib/trainers/applications/invitation-rules";
import { mostAtOnce } from "@/lib/trainers/applications/schemas";
import { listOwnStructures, listShortlist } from "@/lib/trainers/library/keep-shortlist";
import { readProfileNames } from "@/lib/trainers/library/read-profile-names";
import { cvPageSize } from "@/lib/trainers/library/vocabulary";
import { RemoveButton } from "../_components/remove-button";
import { ShortlistButtons } from "../_components/shortlist-buttons";

export const metadata = titled("Sélection");

type Entry = Awaited<ReturnType<typeof listShortlist>>[number];

/** The trainers that one's structures keep in view (AD-03); with `ids`, those ticked in the CVthèque, to be added. */
export default page({ name: "manage.shortlist", policy: "staff", application: "gestion" }, async (ctx, { searchParams }) => {
  const ids = splitIds(searchParams["ids"])
    .filter((id) => identifier.safeParse(id).success)
    .slice(0, cvPageSize);
  const [structures, entries, names] = await Promise.all([listOwnStructures(ctx), listShortlist(ctx), readProfileNames(ctx)]);
  const fresh = ids.filter((id) => !entries.some(({ profileId }) => profileId === id));
  return (
    <>
      <PageHeader
        title="Sélection"
        lead="Les intervenants que votre structure garde en vue. Ses gestionnaires la partagent ; personne d’autre ne la voit."
      />
      {fresh.length > 0 && structures.length > 0 && (
        <Section title={plural(fresh.length, "profil coché", "profils cochés")} id="ajouter">
          <div className="flex flex-wrap gap-3">
            <ShortlistButtons structures={structures} profileIds={fresh} />
          </div>
        </Section>
      )}
      {structures.map(({ id, name }) => (
        <Section key={id} title={name} id={`structure-${id}`}>
          <Shortlist structureId={id} entries={entries.filter(({ structureId }) => structureId === id)} specialties={names.specialties} />
        </Section>
      ))}
      {structures.length === 0 && (
        <EmptyState title="Une sélection appartient à une structure">
          <p>Seuls ses gestionnaires la composent et la lisent. Vous n’êtes gestionnaire d’aucune structure.</p>
        </EmptyState>
      )}
    </>
  );
});

interface Props {
  readonly structureId: string;
  readonly entries: readonly Entry[];
  readonly specialties: ReadonlyMap<string, string>;
}

function Shortlist({ structureId, entries, specialties }: Props) {
  if (entries.length === 0)
    return (
      <EmptyState
        title="La sélection est vide"
        action={
          <LinkButton href={paths.manage.trainers()} variant="secondary">
            Chercher dans la CVthèque
          </LinkButton>
        }
      >
        <p>Cochez des profils dans la CVthèque, ou ouvrez l’un d’eux, puis choisissez « Ajouter à la sélection ».</p>
      </EmptyState>
    );
  return (
    <>
      <Invitations ids={entries.map(({ profileId }) => profileId)} />
      <ul aria-label="Profils de la sélection" className="divide-y divide-line rounded-lg border border-line bg-surface-raised">
        {entries.map(({ profileId, firstName, lastName, specialtyCodes, structure, addedAt }) => (
          <li key={profileId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3">
            <div className="min-w-0 flex-[1_1_16rem]">
              <TextLink href={paths.manage.trainer(profileId)} prefetch={false} className="font-semibold">
                {lastName} {firstName}
              </TextLink>
              <span className="block text-sm text-ink-soft">
                {structure}, ajouté le {shortDate(addedAt)}
              </span>
              <span className="mt-1 flex flex-wrap gap-1.5">
                {specialtyCodes.map((code) => (
                  <Badge key={code}>{specialties.get(code) ?? code}</Badge>
                ))}
              </span>
            </div>
            <RemoveButton structureId={structureId} profileId={profileId} name={`${firstName} ${lastName}`} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Invitations({ ids }: { readonly ids: readonly string[] }) {
  const batches = invitationBatches(ids);
  return (
    <div className="mb-4">
      {batches.length > 1 && (
        <p className="mb-3 text-ink-soft">On invite {mostAtOnce} personnes au plus à la fois, dans l’ordre de la liste.</p>
      )}
      <div className="flex flex-wrap gap-3">
        {batches.map(({ ids: part, from, to }) => (
          <LinkButton key={from} href={paths.manage.invite({ ids: joinIds(part) })} icon={<Send aria-hidden size={18} />}>
            {batches.length === 1
              ? "Inviter la sélection à une annonce"
              : from === to
                ? `Inviter la ${from}e personne`
                : `Inviter les personnes ${from} à ${to}`}
          </LinkButton>
        ))}
      </div>
    </div>
  );
}
