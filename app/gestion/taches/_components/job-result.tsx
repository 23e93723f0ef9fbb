import { number } from "@/lib/core/format";

/** Names of the counts that runs leave; one without a name here shows its code. */
const countLabels: Readonly<Record<string, string>> = {
  addressesErased: "Adresses effacées",
  bytes: "Octets effacés",
  changed: "Dossiers corrigés",
  deleted: "Supprimés",
  dossiers: "Dossiers effacés",
  ended: "Terminées",
  erased: "Effacés",
  expired: "Expirées",
  files: "Fichiers effacés",
  leftBytes: "Octets encore à supprimer",
  lines: "Lignes effacées",
  linksErased: "Liens effacés",
  localMailsErased: "Courriels locaux effacés",
  mailsErased: "Courriels effacés",
  orphans: "Fichiers sans propriétaire",
  removed: "Fichiers supprimés",
  requests: "Demandes effacées",
  structures: "Structures prévenues",
  trainers: "Intervenants prévenus",
  unattached: "Fichiers jamais joints",
  versions: "Envois effacés",
  waits: "Délais effacés",
  warned: "Personnes prévenues",
};

/** What a run did, in counts; those at zero say nothing. */
export function JobResult({ result }: { readonly result: Readonly<Record<string, unknown>> | null }) {
  if (result === null) return null;
  const facts = Object.entries(result).filter(([, value]) => value !== 0 && value !== null);
  if (facts.length === 0) return <span className="text-sm text-ink-soft">Rien à faire</span>;
  return (
    <dl className="space-y-0.5 text-sm">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="inline text-ink-soft">{countLabels[name] ?? name} : </dt>
          <dd className="inline break-words">{typeof value === "number" ? number(value) : String(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
