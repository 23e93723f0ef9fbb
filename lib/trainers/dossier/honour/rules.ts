import { fold } from "@/lib/core/text";
import { nameOf, textOf } from "../../profile/rules";
import type { Answers } from "../../profile/vocabulary";

/** What is declared, by status: the models of the portal, in the words of the person who signs (EI-106). */
const declarations: Readonly<Record<string, readonly string[]>> = {
  civil_servant: [
    "être en position d’activité, et avoir obtenu de mon employeur, lorsqu’elle est exigée, l’autorisation de cumul pour mes interventions ;",
    "que la durée de l’ensemble de mes activités respecte les limites légales du temps de travail ;",
  ],
  private_employee: [
    "que mon contrat de travail ne m’interdit pas d’intervenir, ou que mon employeur m’y a autorisé(e) ;",
    "que la durée de l’ensemble de mes activités respecte les limites légales du temps de travail ;",
  ],
  self_employed: [
    "être à jour de mes déclarations et de mes cotisations sociales ;",
    "que mes interventions en régie sont distinctes de mon activité indépendante, et ne donnent lieu à aucune facture ;",
  ],
  none: [
    "n’exercer aucune activité salariée ou indépendante à la date de ce jour ;",
    "pour les personnes retraitées : avoir pris connaissance des règles de cumul d’un emploi et d’une pension ;",
  ],
};
const always = "que les informations de mon dossier sont exactes, et m’engage à signaler tout changement.";

export interface Statement {
  /** "Camille Durand" */
  readonly name: string;
  /** "Je soussignée Camille Durand, née le 17/09/1985 à Toulouse, …" */
  readonly opening: string;
  readonly declared: readonly string[];
  readonly warning: string;
}

/** The statement with the person's own data. */
export function statementOf(answers: Answers): Statement {
  const woman = textOf(answers, "civility") === "mme";
  const status = textOf(answers, "status");
  const e = woman ? "e" : "";
  const place = textOf(answers, "birthPlace");
  const born = `né${e} le ${textOf(answers, "bornOn")}${place === "" ? "" : ` à ${place}`}`;
  const name = nameOf(answers);
  return {
    name,
    opening: `Je soussigné${e} ${name}, ${born}${occupation(answers, status, e)}, atteste sur l’honneur :`,
    declared: [...(declarations[status === "contract_agent" ? "civil_servant" : status] ?? []), always],
    warning: "Faire une fausse attestation est puni par la loi (article 441-7 du code pénal).",
  };
}

function occupation(answers: Answers, status: string, e: string): string {
  const employer = textOf(answers, "employerName");
  if (employer === "") return "";
  if (status === "self_employed") {
    const siret = textOf(answers, "employerSiret");
    return siret === "" ? "" : `, numéro SIRET ${siret}`;
  }
  return status === "private_employee" ? `, salarié${e} de ${employer}` : `, employé${e} par ${employer}`;
}

/** The name typed again is the signature: the person's own, whatever the accents, the capitals and the order. */
export function isSignature(typed: string, answers: Answers): boolean {
  const words = (text: string) =>
    fold(text)
      .split(/[\s-]+/u)
      .filter((word) => word !== "")
      .sort()
      .join(" ");
  return words(typed) === words(nameOf(answers));
}
