import { z } from "zod";
import { line, typedDay } from "@/lib/core/fields";
import { datedBlocks } from "./vocabulary";

const pieces = {
  block: z.enum(datedBlocks, { error: "Choisissez une sorte de pièce." }),
  endsFrom: typedDay("Indiquez le premier jour."),
  endsTo: typedDay("Indiquez le dernier jour."),
  newEndsOn: typedDay("Indiquez le nouveau dernier jour de validité."),
};
interface Days {
  readonly endsFrom: string;
  readonly endsTo: string;
  readonly newEndsOn: string;
}
const inOrder = ({ endsFrom, endsTo }: Days) => endsFrom <= endsTo;
const outOfOrder = { path: ["endsTo"], error: "Ce jour ne peut pas précéder le premier." };
const isLater = ({ endsTo, newEndsOn }: Days) => newEndsOn > endsTo;
const notLater = { path: ["newEndsOn"], error: "Choisissez un jour après ceux des pièces : une prolongation n’abrège rien." };

/** Which pieces, and until when: what is shown before anything is done. */
export const extensionInput = z.object(pieces).refine(inOrder, outOfOrder).refine(isLater, notLater);
export type ExtensionInput = z.output<typeof extensionInput>;

export const extendPiecesInput = z
  .object({ ...pieces, reason: line(500, "Dites pourquoi : les personnes et le journal le liront.") })
  .refine(inOrder, outOfOrder)
  .refine(isLater, notLater);
export type ExtendPiecesInput = z.output<typeof extendPiecesInput>;
