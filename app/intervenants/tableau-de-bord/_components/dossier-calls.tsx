import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { longDay, plural } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { blockLabels, type DossierBlock } from "@/lib/trainers/dossier/vocabulary";

interface Props {
  /** Blocks that a manager asked for. */
  readonly requests: number;
  readonly ending: readonly { readonly block: DossierBlock; readonly endsOn: string; readonly ended: boolean }[];
}

/** What the administrative file waits for: blocks asked by a manager, documents that end (EI-51). */
export function DossierCalls({ requests, ending }: Props) {
  if (requests === 0 && ending.length === 0) return null;
  return (
    <Section
      title="Mes données et documents"
      id="dossier"
      actions={
        <LinkButton href={paths.trainers.dossier()} size="small">
          Ouvrir mon dossier
        </LinkButton>
      }
    >
      <ul className="measure divide-y divide-line border-y border-line">
        {requests > 0 && (
          <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
            <span>{plural(requests, "bloc demandé par votre gestionnaire", "blocs demandés par votre gestionnaire")}</span>
            <Badge tone="warning">Attend votre réponse</Badge>
          </li>
        )}
        {ending.map(({ block, endsOn, ended }) => (
          <li key={block} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
            {/* A plain link: the browser itself must know what is aimed at. */}
            <a href={paths.trainers.dossier({}, block)} className="link">
              {blockLabels[block]}
            </a>
            <span className="text-sm text-ink-soft">
              valable jusqu’au {longDay(endsOn)}
              {!ended && " inclus"}
            </span>
            <Badge tone={ended ? "danger" : "warning"}>{ended ? "Plus à jour" : "À mettre à jour"}</Badge>
          </li>
        ))}
      </ul>
    </Section>
  );
}
