import { z } from "zod";
import { accepted, line } from "@/lib/core/fields";
import { answer, seen } from "../../profile/schemas";

/** The form posted whole: `seen` is what the page showed, masked where sensitive. */
export const dossierFormInput = z.object({ seen, then: z.enum(["stay", "send"]).catch("stay") }).catchall(answer);
export type DossierFormInput = z.output<typeof dossierFormInput>;

/** Box beside a masked field: an empty field alone keeps what is kept. */
export const erasing = (field: string): string => `effacer-${field}`;
/** What every mask has in it, and no number that was typed. */
export const isMask = (text: unknown): boolean => typeof text === "string" && text.includes("•");

export const signHonourInput = z.strictObject({
  certified: accepted("Cochez cette case : sans elle, l’attestation n’a pas de valeur."),
  name: line(200, "Saisissez votre prénom et votre nom : c’est votre signature."),
});
export type SignHonourInput = z.output<typeof signHonourInput>;
