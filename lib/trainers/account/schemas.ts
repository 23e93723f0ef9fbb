import { z } from "zod";
import { identifier, optionalLine, typedDay } from "@/lib/core/fields";

const period = {
  startsOn: typedDay("Indiquez le premier jour."),
  /** Empty: one day. */
  endsOn: z
    .string()
    .optional()
    .transform((text) => (text === undefined || text.trim() === "" ? undefined : text))
    .pipe(typedDay().optional()),
  note: optionalLine(200),
};

interface Period {
  readonly startsOn: string;
  readonly endsOn?: string | undefined;
}
const inOrder = ({ startsOn, endsOn }: Period) => endsOn === undefined || endsOn >= startsOn;
const outOfOrder = { path: ["endsOn"], error: "Le dernier jour ne peut pas précéder le premier." };

export const addUnavailabilityInput = z.strictObject(period).refine(inOrder, outOfOrder);
export type AddUnavailabilityInput = z.output<typeof addUnavailabilityInput>;

export const changeUnavailabilityInput = z.strictObject({ ...period, id: identifier }).refine(inOrder, outOfOrder);
export type ChangeUnavailabilityInput = z.output<typeof changeUnavailabilityInput>;

export const removeUnavailabilityInput = z.strictObject({ id: identifier });
export type RemoveUnavailabilityInput = z.output<typeof removeUnavailabilityInput>;
