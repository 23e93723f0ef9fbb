import { blockProblems, type Judging, problemsOf } from "./checks";
import { isRequired, isShown, textOf } from "./rules";
import type { ToDo } from "./to-do";
import { blocksOf, wizardPages } from "./fields.data";
import { lineTableOf } from "./lines.data";
import { type Answers, type LineKind, lineKinds } from "./vocabulary";

export interface ProfileContent {
  readonly answers: Answers;
  readonly lines: readonly { readonly id: string; readonly kind: LineKind; readonly answers: Answers }[];
}

/** Tables that must hold a line; that of trainings given only from who says to have given some (EI-28). */
function requiredTables(answers: Answers): readonly LineKind[] {
  return textOf(answers, "trained") === "yes" ? ["specialty", "experience", "work"] : ["specialty", "work"];
}

/** All that is missing or wrong, page by page (EI-32, EI-33). Empty: the profile can be sent. */
export function toDoOf({ answers, lines }: ProfileContent, judging: Judging): readonly ToDo[] {
  const fields = wizardPages.flatMap((page) =>
    blocksOf[page].flatMap((block) =>
      blockProblems(block, answers, judging).map(({ field, label, message }) => ({
        page,
        target: { field },
        // Its address has the same questions as the person's own.
        label: block.id === "employer" ? `Employeur : ${label}` : label,
        message,
      })),
    ),
  );
  const empty = requiredTables(answers)
    .filter((kind) => !lines.some((line) => line.kind === kind))
    .map((kind) => ({
      page: "parcours" as const,
      target: { table: kind },
      label: lineTableOf(kind).title,
      message: "Ajoutez au moins une ligne.",
    }));
  const inLines = lineKinds.flatMap((kind) =>
    lines
      .filter((line) => line.kind === kind)
      .flatMap(({ id, answers: typed }) =>
        problemsOf(lineTableOf(kind).fields, typed, judging)
          .slice(0, 1)
          .map(({ label, message }) => ({
            page: "parcours" as const,
            target: { lineId: id },
            label: `${lineTableOf(kind).title} : ${label}`,
            message,
          })),
      ),
  );
  return [...fields, ...empty, ...inLines];
}

/** Share of what is asked for that is answered, from 0 to 100. */
export function percentDone(content: ProfileContent, judging: Judging): number {
  const { answers } = content;
  const asked = wizardPages.flatMap((page) =>
    blocksOf[page]
      .filter((block) => isShown(block, answers))
      .flatMap((block) => block.fields.filter((spec) => isShown(spec, answers) && isRequired(spec, answers))),
  ).length;
  const total = asked + requiredTables(answers).length;
  const left = toDoOf(content, judging).length;
  return Math.max(0, Math.min(100, Math.floor((100 * (total - Math.min(left, total))) / total)));
}
