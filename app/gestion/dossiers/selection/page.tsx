import { pieceSearchOf } from "@/components/gestion/dossiers-table";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Section } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { identifier } from "@/lib/core/fields";
import { plural, shortDate } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { mostAtOnce } from "@/lib/trainers/dossier/study/fields.data";
import { listChosen, type PieceLine } from "@/lib/trainers/dossier/study/list-waiting";
import { blockLabels } from "@/lib/trainers/dossier/vocabulary";
import { ValidateForm } from "./_components/validate-form";

export const metadata = titled("Valider plusieurs blocs");

/** What was ticked in the queue, or all that it finds; validated together, each for itself (AD-04). */
export default page({ name: "manage.dossier_selection", policy: "staff", application: "gestion" }, async (ctx, { searchParams }) => {
  const { ids } = searchParams;
  const ticked = (typeof ids === "string" ? [ids] : (ids ?? []))
    .flatMap((part) => part.toLowerCase().split("."))
    .filter((id) => identifier.safeParse(id).success)
    .slice(0, mostAtOnce);
  const pieces = await listChosen(ctx, searchParams["tous"] === "oui" ? pieceSearchOf(searchParams).search : ticked);
  return (
    <>
      <Breadcrumb parents={[{ label: "Dossiers administratifs", href: paths.manage.dossiers() }]} current="Sélection" />
      <PageHeader
        title="Valider plusieurs blocs"
        lead="Chacun est validé pour lui-même : ce qui échoue pour l’un n’empêche rien pour les autres."
      />
      {pieces.length === 0 ? (
        <EmptyState
          title="Aucun bloc n’est coché"
          action={
            <LinkButton href={paths.manage.dossiers()} variant="secondary">
              Revenir à la file
            </LinkButton>
          }
        >
          <p>Cochez des blocs dans la file, puis choisissez « Valider la sélection ».</p>
        </EmptyState>
      ) : (
        <>
          <Section title={plural(pieces.length, "bloc choisi", "blocs choisis")} id="choisis">
            {pieces.length > 20 ? (
              <Disclosure title="Voir les blocs choisis">
                <Chosen pieces={pieces} />
              </Disclosure>
            ) : (
              <Chosen pieces={pieces} />
            )}
          </Section>
          <Section title="Valider" id="valider">
            <ValidateForm ids={pieces.map(({ id }) => id).join(".")} count={pieces.length} />
          </Section>
        </>
      )}
    </>
  );
});

const Chosen = ({ pieces }: { readonly pieces: readonly PieceLine[] }) => (
  <ul aria-label="Blocs choisis" className="divide-y divide-line border-y border-line">
    {pieces.map(({ id, firstName, lastName, block, structure, sentAt }) => (
      <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2.5">
        <span className="min-w-0">
          <span className="font-semibold">
            {lastName} {firstName}
          </span>
          <span className="block text-sm text-ink-soft">{structure}</span>
        </span>
        <span className="min-w-0 sm:text-right">
          {blockLabels[block]}
          <span className="block text-sm text-ink-soft">transmis le {shortDate(sentAt)}</span>
        </span>
      </li>
    ))}
  </ul>
);
