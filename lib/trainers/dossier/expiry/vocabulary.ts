import { blockLabels, type DossierBlock } from "../vocabulary";

/** Blocks whose pieces end (EI-66): the position order, the work contract, the honour statement and the residence permit. */
export const datedBlocks = ["order", "contract", "honour", "identity"] as const satisfies readonly DossierBlock[];
export type DatedBlock = (typeof datedBlocks)[number];
export const datedLabels = { ...blockLabels, identity: "Titre de séjour (document d’identité)" } as const;
