import { Section } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { fileSize, plural } from "@/lib/core/format";
import type { DueVersion } from "@/lib/trainers/dossier/retention/due-versions";
import type { RetentionPlan } from "@/lib/trainers/dossier/retention/retention-plan";
import { blockLabels, versionStateLabels } from "@/lib/trainers/dossier/vocabulary";

/** Longer lists are read with the command line. */
const mostShown = 100;

/** What the next run of the two jobs that erase pieces would erase (TR-31); nobody is named. */
export function ToErase({ plan: { scans, leftovers } }: { readonly plan: RetentionPlan }) {
  return (
    <Section
      title="Pièces à effacer"
      id="effacements"
      lead="Ce que les prochaines exécutions effaceront des dossiers administratifs. Les durées sont dans les paramètres."
    >
      <Due title="Images d’identité et de carte vitale vérifiées" due={scans} />
      <Due title="Pièces refusées, retirées ou remplacées" due={leftovers} />
    </Section>
  );
}

function Due({ title, due }: { readonly title: string; readonly due: readonly DueVersion[] }) {
  if (due.length === 0)
    return (
      <p className="border-b border-line py-3">
        {title} : <span className="text-ink-soft">rien à effacer.</span>
      </p>
    );
  const bytes = due.reduce((sum, one) => sum + one.bytes, 0);
  return (
    <Disclosure title={`${title} : ${plural(due.length, "envoi")}, ${fileSize(bytes)}`}>
      <ul className="list-disc pl-6">
        {due.slice(0, mostShown).map(({ versionId, block, number, state, files }) => (
          <li key={versionId}>
            {blockLabels[block]}, envoi nº {number} ({versionStateLabels[state].toLowerCase()}) : {plural(files, "fichier")}
          </li>
        ))}
      </ul>
      {due.length > mostShown && <p className="mt-2">Et {due.length - mostShown} autres.</p>}
    </Disclosure>
  );
}
