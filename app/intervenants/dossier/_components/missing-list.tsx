import { Section } from "@/components/ui/card";
import { paths } from "@/lib/core/paths";
import type { OwnToDo } from "@/lib/trainers/dossier/own-dossier";
import { blockLabels, dossierBlocks } from "@/lib/trainers/dossier/vocabulary";

/** What keeps the file from leaving or from being complete, block by block, each with its link. */
export function MissingList({ toDo, checking }: { readonly toDo: readonly OwnToDo[]; readonly checking: boolean }) {
  if (toDo.length === 0) return null;
  // A plain link: the browser itself must know what is aimed at.
  const linkTo = ({ block, target }: OwnToDo) => {
    const anchor = target === null ? block : `dossier-${target}`;
    return checking ? `#${anchor}` : paths.trainers.dossier({ verifier: "1" }, anchor);
  };
  return (
    <Section title={`Ce qui manque (${toDo.length})`} id="manque">
      <ul className="space-y-3">
        {dossierBlocks
          .map((block) => ({ block, ofBlock: toDo.filter((one) => one.block === block) }))
          .filter(({ ofBlock }) => ofBlock.length > 0)
          .map(({ block, ofBlock }) => (
            <li key={block}>
              <p className="font-semibold">{blockLabels[block]}</p>
              <ul className="list-disc space-y-1 pl-5">
                {ofBlock.map((one) => (
                  <li key={one.target ?? block}>
                    <a href={linkTo(one)} className="link">
                      {one.label}
                    </a>
                    <span className="text-ink-soft"> – {one.message}</span>
                  </li>
                ))}
              </ul>
            </li>
          ))}
      </ul>
    </Section>
  );
}
