import type { DossierBlock } from "@/lib/trainers/dossier/vocabulary";

interface Step {
  readonly block: DossierBlock;
  /** Days since it was sent. */
  readonly sent: number;
  /** Days since it was judged; without it, it waits. */
  readonly judged?: number;
  /** Refused, and why. */
  readonly refusedBecause?: string;
}

/** Sent and validated the day after. */
const validated = (block: DossierBlock, sent: number): Step => ({ block, sent, judged: sent - 1 });

/** The trainer that everybody tries: something validated, ending, refused, and asked for. */
export const shownDossier: readonly Step[] = [
  validated("identity", 20),
  validated("honour", 325),
  validated("order", 330),
  {
    block: "diploma",
    sent: 6,
    judged: 4,
    refusedBecause: "La photo est floue : le nom du diplôme ne se lit pas. Envoyez-la à nouveau, prise bien à plat.",
  },
];
export const askedOfShown = {
  blocks: ["bank", "social_security"],
  message: "Pour préparer le paiement de votre intervention : un RIB à votre nom, et votre attestation de droits.",
} as const;

/** Others, one after the other: waiting, complete, expired, begun. */
export const otherDossiers: readonly (readonly Step[])[] = [
  [
    { block: "identity", sent: 3 },
    { block: "honour", sent: 3 },
    { block: "order", sent: 3 },
    { block: "contract", sent: 3 },
    { block: "retirement", sent: 3 },
  ],
  [
    validated("identity", 25),
    validated("honour", 60),
    validated("order", 60),
    validated("contract", 60),
    validated("retirement", 60),
    validated("bank", 60),
  ],
  [validated("identity", 28), validated("honour", 372), validated("order", 380), validated("contract", 372)],
  [
    validated("identity", 15),
    validated("honour", 340),
    { block: "order", sent: 2 },
    { block: "contract", sent: 2 },
    { block: "bank", sent: 2 },
  ],
  [{ block: "identity", sent: 1 }],
  [{ block: "identity", sent: 9, judged: 7, refusedBecause: "Il manque le verso de la carte." }, validated("honour", 30)],
];
