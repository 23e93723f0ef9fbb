import { actionLabel } from "@/lib/audit/action-labels.data";
import { blockLabels, type DossierBlock, dossierBlocks } from "../vocabulary";

const isBlock = (text: string): text is DossierBlock => (dossierBlocks as readonly string[]).includes(text);

/** What a line of the audit log let somebody see of a person, in the words of a notification to the authority. */
export function categoryOf(action: string, block: string | null): string {
  if (action === "trainer.nir_seen") return "Numéro de sécurité sociale en entier";
  if (action === "trainer.iban_seen") return "IBAN et BIC en entier";
  if (action === "trainer.piece_seen" && block !== null && isBlock(block)) return `Pièce : ${blockLabels[block]}`;
  return actionLabel(action);
}
