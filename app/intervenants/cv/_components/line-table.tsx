import { ActionButton } from "@/components/form/action-button";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/core/paths";
import { type Lists, textOf } from "@/lib/trainers/profile/rules";
import { lineTableOf } from "@/lib/trainers/profile/lines.data";
import type { LineKind } from "@/lib/trainers/profile/vocabulary";
import type { OwnLine } from "@/lib/trainers/profile/own-cv";
import { addLineAction, removeLineAction } from "../actions";
import { Remark } from "@/components/trainers/wizard/blocks";
import { wordsOf } from "@/lib/trainers/profile/rules";

interface Props {
  readonly kind: LineKind;
  readonly lines: readonly OwnLine[];
  readonly lists: Lists;
  /** A message for the table as a whole: nothing in it, though something must be. */
  readonly problem: string | undefined;
  /** Lines that lack something. */
  readonly wanting: ReadonlySet<string>;
  readonly remark: string | undefined;
  /** Level of its title. */
  readonly heading?: "h2" | "h3";
}

/** One table of "Mon parcours": its lines, each changed on its own screen (EI-27 to EI-29). */
export function LineTable({ kind, lines, lists, problem, wanting, remark, heading: Heading = "h3" }: Props) {
  const { title, help, addLabel, noun, fields, columns } = lineTableOf(kind);
  const titleId = `titre-tableau-${kind}`;
  return (
    <section id={`tableau-${kind}`} aria-labelledby={titleId} className="scroll-mt-6 space-y-4 border-t border-line pt-6">
      <div className="space-y-1">
        <Heading id={titleId} className={Heading === "h2" ? "text-xl" : "text-lg"}>
          {title}
        </Heading>
        {help !== undefined && <p className="text-ink-soft">{help}</p>}
        {problem !== undefined && <p className="font-semibold text-danger">{problem}</p>}
      </div>
      <Remark remark={remark} />
      {lines.length === 0 ? (
        <p className="text-ink-soft">Aucune ligne pour l’instant.</p>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface-raised">
          {lines.map((line) => {
            const [first = "", ...others] = columns.map((name) =>
              wordsOf(
                fields.find((field) => field.name === name),
                line.answers[name] ?? "",
                lists,
              ),
            );
            const name = textOf(line.answers, columns[0] ?? "") === "" ? "Ligne à compléter" : first;
            return (
              <li key={line.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 p-4">
                <div className="min-w-0 flex-1 basis-64">
                  <p className="font-semibold break-words">{name}</p>
                  <p className="text-sm break-words text-ink-soft">{others.filter((words) => words !== "rien").join(" · ")}</p>
                  {line.file !== null && <p className="text-sm">Fichier joint : {line.file.name}</p>}
                  {wanting.has(line.id) && <p className="text-sm font-semibold text-danger">Il manque quelque chose sur cette ligne.</p>}
                </div>
                <div className="flex items-center gap-4">
                  <TextLink href={paths.trainers.cvLine(line.id)} aria-label={`Modifier ${name}`}>
                    Modifier
                  </TextLink>
                  <ActionButton
                    action={removeLineAction}
                    fields={{ lineId: line.id }}
                    variant="quiet"
                    size="small"
                    label={`Supprimer ${name}`}
                    confirm={{
                      title: `Supprimer ${noun} ?`,
                      body: <p>« {name} » sera effacé, avec son fichier s’il y en a un.</p>,
                      confirmLabel: "Supprimer",
                    }}
                  >
                    Supprimer
                  </ActionButton>
                </div>
              </li>
            );
          })}
        </ul>
      )}
      <ActionButton action={addLineAction} fields={{ kind }} variant="secondary">
        {addLabel}
      </ActionButton>
    </section>
  );
}
