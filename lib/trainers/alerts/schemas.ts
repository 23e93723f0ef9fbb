import { z } from "zod";
import { identifier } from "@/lib/core/fields";

export const stopAlertsInput = z.strictObject({ token: identifier });
export type StopAlertsInput = z.output<typeof stopAlertsInput>;
