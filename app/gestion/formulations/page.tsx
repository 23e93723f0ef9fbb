import { SlidersHorizontal } from "lucide-react";
import { SelectField } from "@/components/form/select-field";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { listPhrasings } from "@/lib/trainers/review/list-phrasings";
import { can } from "@/lib/trainers/review/policy";
import { phrasingPurposeLabels, phrasingPurposes } from "@/lib/trainers/review/vocabulary";

export const metadata = titled("Formulations");

/** What brought somebody here: a closed list, so that an address cannot speak for us. */
const arrivals: Readonly<Record<string, string>> = {
  enregistre: "La formulation est enregistrée.",
  retire: "La formulation est retirée de la bibliothèque.",
};

/** Sentences ready for reasons and remarks: national ones, and those of one's structures (AD-02). */
export default page({ name: "manage.phrasings", policy: "staff", application: "gestion" }, async (ctx, { searchParams }) => {
  const phrasings = await listPhrasings(ctx);
  const arrival = arrivals[text(searchParams["message"]) ?? ""];
  const chosen = phrasingPurposes.find((purpose) => purpose === text(searchParams["sert"]));
  return (
    <>
      <PageHeader
        title="Formulations"
        lead="Des phrases prêtes à insérer dans les remarques et les motifs, puis à adapter à chaque personne."
        actions={<LinkButton href={paths.manage.newPhrasing}>Écrire une formulation</LinkButton>}
      />
      {arrival !== undefined && <Alert tone="success" title={arrival} role="status" />}
      <search aria-label="Filtrer les formulations" className="mb-6 block">
        <form
          action={paths.manage.phrasings()}
          method="get"
          className="flex flex-wrap items-end gap-4 rounded-lg border border-line bg-surface-raised p-4"
        >
          <SelectField
            className="w-full sm:w-96"
            name="sert"
            label="Servent à"
            emptyLabel="Tout"
            defaultValue={chosen ?? ""}
            options={phrasingPurposes.map((value) => ({ value, label: phrasingPurposeLabels[value] }))}
          />
          <Button type="submit" icon={<SlidersHorizontal aria-hidden size={20} />}>
            Filtrer
          </Button>
        </form>
      </search>
      {(chosen === undefined ? phrasingPurposes : [chosen]).map((purpose) => {
        const own = phrasings.filter((phrasing) => phrasing.purpose === purpose);
        return (
          <Section key={purpose} title={phrasingPurposeLabels[purpose]} id={purpose}>
            {own.length === 0 ? (
              <EmptyState title="Aucune formulation" />
            ) : (
              <ul
                aria-label={phrasingPurposeLabels[purpose]}
                className="divide-y divide-line rounded-lg border border-line bg-surface-raised"
              >
                {own.map(({ id, title, body, structureId, structure }) => (
                  <li key={id} className="px-4 py-3">
                    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
                      {can.writePhrasing(ctx.actor, structureId).allowed ? (
                        <TextLink href={paths.manage.phrasing(id)} prefetch={false}>
                          {title}
                        </TextLink>
                      ) : (
                        title
                      )}
                      <Badge tone={structureId === null ? "accent" : "neutral"}>{structure ?? "Nationale"}</Badge>
                    </p>
                    <p className="measure mt-1 whitespace-pre-line text-ink-soft">{body}</p>
                  </li>
                ))}
              </ul>
            )}
          </Section>
        );
      })}
    </>
  );
});
