import { z } from "zod";
import { identifier } from "@/lib/core/fields";
import { longestSelection, splitIds } from "./vocabulary";
import { blockAccountInput } from "@/lib/accounts/people/schemas";

const ids = z
  .string({ error: "Cochez au moins une personne." })
  .max(longestSelection * 40, { error: `${longestSelection} personnes au maximum.`, abort: true })
  .transform(splitIds)
  .pipe(
    z
      .array(identifier)
      .min(1, { error: "Cochez au moins une personne." })
      .max(longestSelection, { error: `${longestSelection} personnes au maximum.` }),
  );
/** The box of the reason is in the form whatever is chosen. */
const ignored = z.string().max(100_000).optional();

export const actOnPeopleInput = z.discriminatedUnion(
  "act",
  [
    z.strictObject({ act: z.literal("sign_out"), ids, reason: ignored }),
    z.strictObject({ act: z.literal("block"), ids, reason: blockAccountInput.shape.reason }),
    z.strictObject({ act: z.literal("unblock"), ids, reason: ignored }),
  ],
  { error: "Choisissez ce qu’il faut faire." },
);
export type ActOnPeopleInput = z.output<typeof actOnPeopleInput>;
