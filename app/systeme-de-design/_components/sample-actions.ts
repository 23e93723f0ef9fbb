import type { FormState, TypedValues } from "@/lib/core/form-state";
import type { FieldErrors } from "@/lib/core/refusal";

const second = 1000;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Answers of the sample forms: nothing leaves the browser. */
export async function accept(): Promise<FormState> {
  await wait(second);
  return { status: "done", message: "Vos informations sont enregistrées.", data: undefined };
}

const fieldErrors: FieldErrors = {
  nom: ["Indiquez votre nom de famille."],
  courriel: ["Cette adresse est incomplète. Ex. : prenom.nom@exemple.fr"],
  naissance: ["Cette date n’existe pas. Ex. : 01/02/1980"],
  statut: ["Choisissez votre statut."],
  region: ["Choisissez une région."],
  charte: ["Acceptez la charte pour continuer."],
};

const values: TypedValues = { nom: "", prenom: "Claire", courriel: "claire.martin@", naissance: "31/02/1980" };

/** The state of a form that the server has just refused. */
export const refusedState: FormState = {
  status: "refused",
  code: "invalid",
  message: "Certaines réponses sont à corriger.",
  fieldErrors,
  values,
};

export async function refuse(): Promise<FormState> {
  await wait(second / 2);
  return refusedState;
}
