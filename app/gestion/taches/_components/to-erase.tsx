import { Section } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { fileSize, plural } from "@/lib/core/format";
import type { DueDossier } from "@/lib/trainers/dossier/retention/due-dossiers";
import type { PlannedVersion, RetentionPlan } from "@/lib/trainers/dossier/retention/retention-plan";
import { blockLabels, versionStateLabels } from "@/lib/trainers/dossier/vocabulary";

/** Longer lists are read with the command line. */
const mostShown = 100;

/** What the next runs of the jobs that erase pieces would erase (TR-31); nobody is named. */
export function ToErase({ plan: { scans, leftovers, dossiers } }: { readonly plan: RetentionPlan }) {
  return (
    <Section
      title="Pièces à effacer"
      id="effacements"
      lead="Ce que les prochaines exécutions effaceront des dossiers administratifs. Les durées sont dans les paramètres."
    >
      <Due title="Images d’identité et de carte vitale vérifiées" due={scans} />
      <Due title="Pièces refusées, retirées ou remplacées" due={leftovers} />
      <DueWhole dossiers={dossiers} />
    </Section>
  );
}

const Nothing = ({ title }: { readonly title: string }) => (
  <p className="border-b border-line py-3">
    {title} : <span className="text-ink-soft">rien à effacer.</span>
  </p>
);
const bytesOf = (due: readonly { readonly bytes: number }[]) => fileSize(due.reduce((sum, { bytes }) => sum + bytes, 0));
const More = ({ count }: { readonly count: number }) => count > mostShown && <p className="mt-2">Et {count - mostShown} autres.</p>;

function DueWhole({ dossiers }: { readonly dossiers: readonly DueDossier[] }) {
  const title = "Dossiers sans intervention ni changement depuis des années";
  if (dossiers.length === 0) return <Nothing title={title} />;
  return (
    <Disclosure title={`${title} : ${plural(dossiers.length, "dossier")}, ${bytesOf(dossiers)}`}>
      <ul className="list-disc pl-6">
        {dossiers.slice(0, mostShown).map(({ dossierId, versions, files }) => (
          <li key={dossierId}>
            {plural(versions, "envoi")}, {plural(files, "fichier")}
          </li>
        ))}
      </ul>
      <More count={dossiers.length} />
    </Disclosure>
  );
}

function Due({ title, due }: { readonly title: string; readonly due: readonly PlannedVersion[] }) {
  if (due.length === 0) return <Nothing title={title} />;
  return (
    <Disclosure title={`${title} : ${plural(due.length, "envoi")}, ${bytesOf(due)}`}>
      <ul className="list-disc pl-6">
        {due.slice(0, mostShown).map(({ versionId, block, number, state, files }) => (
          <li key={versionId}>
            {blockLabels[block]}, envoi nº {number} ({versionStateLabels[state].toLowerCase()}) : {plural(files, "fichier")}
          </li>
        ))}
      </ul>
      <More count={due.length} />
    </Disclosure>
  );
}
