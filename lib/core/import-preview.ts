import { createHash } from "node:crypto";
import { Refusal } from "./refusal";

/** What a line of a file would do. */
export type ImportEffect = "added" | "changed" | "same" | "refused";

export interface ImportLine {
  readonly line: number;
  /** What the line is about, as people call it. */
  readonly name: string;
  readonly effect: ImportEffect;
  /** What changes, or why it is refused. */
  readonly notes: readonly string[];
}

/** What a file would do, line by line: shown, then confirmed as it was shown. */
export interface ImportPreview {
  readonly lines: readonly ImportLine[];
  /** The file, posted again to be imported. */
  readonly text: string;
  /** Of what is shown: an import that would do something else is not done. */
  readonly print: string;
}

export const previewOf = (text: string, lines: readonly ImportLine[]): ImportPreview => ({
  text,
  lines,
  print: createHash("sha256").update(JSON.stringify(lines)).digest("hex").slice(0, 32),
});

/** Refuses to import what is not whole, or not what was shown. */
export function ensureAsShown(preview: ImportPreview, shownPrint: string): void {
  const refused = preview.lines.filter(({ effect }) => effect === "refused").length;
  if (refused > 0)
    throw new Refusal(
      "invalid",
      "Des lignes sont refusées : rien n’a été importé. Corrigez-les dans le fichier, puis présentez-le à nouveau.",
    );
  if (preview.print !== shownPrint)
    throw new Refusal(
      "conflict",
      "Depuis l’aperçu, les données ont changé : rien n’a été importé. Présentez le fichier à nouveau pour voir ce qu’il ferait.",
    );
  if (!preview.lines.some(({ effect }) => effect === "added" || effect === "changed"))
    throw new Refusal("invalid", "Ce fichier ne change rien : tout est déjà enregistré.");
}

export const countEffects = ({ lines }: Pick<ImportPreview, "lines">) => ({
  added: lines.filter(({ effect }) => effect === "added").length,
  changed: lines.filter(({ effect }) => effect === "changed").length,
});
