import { z } from "zod";

const required = (message: string) => z.string({ error: message }).trim().min(1, { error: message });

/** Checks of the sample form. */
export const sampleInput = z.object({
  nom: required("Indiquez votre nom de famille."),
  prenom: required("Indiquez votre prénom."),
  courriel: z.email({ error: "Indiquez une adresse complète. Ex. : prenom.nom@exemple.fr" }),
  naissance: z.string().regex(/^\d{2}\/\d{2}\/\d{4}$/u, { error: "Indiquez une date. Ex. : 01/02/1980" }),
  region: required("Choisissez une région."),
  statut: required("Choisissez votre statut."),
  presentation: z.string().max(600, { error: "600 caractères au maximum : raccourcissez votre présentation." }),
  charte: z.literal("on", { error: "Acceptez la charte pour continuer." }),
});
