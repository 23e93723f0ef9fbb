import { isSepa, ibanRefusal } from "../bank-rules";
import { dayTyped } from "../blocks.data";
import { nirHints, type Person } from "../nir-rules";
import { textOf } from "../../profile/rules";
import type { Answers } from "../../profile/vocabulary";
import type { DossierBlock } from "../vocabulary";

/** Whether an IBAN is of the SEPA zone; null when it is none yet (EI-63). */
export const sepaOf = (iban: string): boolean | null => (iban.trim() === "" || ibanRefusal(iban) !== null ? null : isSepa(iban));

const ended = (answers: Answers, field: string, today: string): boolean => {
  const day = dayTyped(answers, field);
  return day !== null && day < today;
};

/** What does not fit in a block, to look at again before sending; never a refusal, for the person may be right. */
export function hintsOf(block: DossierBlock, answers: Answers, person: Person, today: string): readonly string[] {
  switch (block) {
    case "social_security":
      return nirHints(textOf(answers, "nir"), person);
    case "bank":
      return sepaOf(textOf(answers, "iban")) === false
        ? ["Ce compte est hors de la zone SEPA : le virement peut être plus long, et demander d’autres informations."]
        : [];
    case "contract":
      return ended(answers, "contractUntil", today) ? ["Ce contrat est déjà terminé : joignez plutôt celui qui est en cours."] : [];
    case "identity":
      return ended(answers, "identityUntil", today) ? ["Ce document n’est plus valable : joignez plutôt celui qui l’est."] : [];
    case "honour": {
      const signed = dayTyped(answers, "honourDate");
      return signed !== null && signed > today ? ["Cette date est à venir : indiquez le jour où vous avez signé."] : [];
    }
    default:
      return [];
  }
}

/** Fields whose answer may call for a hint, by block. */
export const hintedFields: Readonly<Partial<Record<DossierBlock, readonly string[]>>> = {
  social_security: ["nir"],
  bank: ["iban"],
  contract: ["contractUntil"],
  identity: ["identityUntil"],
  honour: ["honourDate"],
};
