import { parisDay, shortDay } from "@/lib/core/format";
import { noEnd } from "../piece-states";
import { nextDay } from "../validity-rules";

/** "Dossier complet jusqu’au 01/11/2027" */
export function completenessWords(completeUntil: string | null, now: Date): string {
  if (completeUntil === null) return "Dossier incomplet";
  if (completeUntil < parisDay(now)) return `Dossier incomplet depuis le ${shortDay(nextDay(completeUntil))}`;
  return completeUntil === noEnd ? "Dossier complet" : `Dossier complet jusqu’au ${shortDay(completeUntil)}`;
}
