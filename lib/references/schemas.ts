import { z } from "zod";
import { optionalLine } from "@/lib/core/fields";

/** Most results a list of propositions shows. */
export const mostPlaces = 20;

/** What is typed in a search of authorities or communes, and how many propositions are wanted. */
export const searchPlacesInput = z.object({
  q: optionalLine(100),
  limit: z.coerce
    .number({ error: "Indiquez un nombre." })
    .int({ error: "Indiquez un nombre entier." })
    .min(1, { error: "Au moins 1." })
    .max(mostPlaces, { error: `${mostPlaces} au plus.` })
    .default(10),
});
