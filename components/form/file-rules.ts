import { fileSize } from "@/lib/core/format";

/** What a file field accepts, for the browser's first check; the server checks the bytes. */
export type FileRules = {
  /** Endings, with their dot: [".pdf", ".jpg"]. */
  readonly endings: readonly string[];
  /** The same for people: "PDF, JPEG ou PNG". */
  readonly formats: string;
  readonly maxBytes: number;
};

/** Why a file cannot be sent, naming the file, the limit and what to do; null when it can. */
export function refusalOf(file: { readonly name: string; readonly size: number }, rules: FileRules): string | null {
  const ending = /\.[^.]+$/.exec(file.name)?.[0].toLowerCase();
  if (ending === undefined || !rules.endings.includes(ending)) {
    return `Le fichier « ${file.name} » n’est pas au bon format. Formats acceptés : ${rules.formats}. Enregistrez-le dans l’un de ces formats, puis recommencez.`;
  }
  if (file.size === 0) return `Le fichier « ${file.name} » est vide. Ouvrez-le pour vérifier son contenu, puis recommencez.`;
  if (file.size > rules.maxBytes) {
    return `Le fichier « ${file.name} » pèse ${fileSize(file.size)} : la limite est de ${fileSize(rules.maxBytes)}. Réduisez-le (numérisation en 150 points par pouce, par exemple), puis recommencez.`;
  }
  return null;
}

/** The sentence under the label. */
export const fileHint = (rules: FileRules) => `Formats acceptés : ${rules.formats}. ${fileSize(rules.maxBytes)} au maximum.`;
