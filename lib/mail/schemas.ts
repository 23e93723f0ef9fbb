import { z } from "zod";
import { identifier } from "@/lib/core/fields";
import { isCleanText } from "@/lib/core/text";
import { mailStates } from "./vocabulary";

export const retryMailInput = z.strictObject({ id: identifier });

const oneOf = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const optional = (schema: z.ZodString) => z.preprocess(oneOf, schema.refine(isCleanText).optional().catch(undefined));

const cursor = optional(z.string().regex(/^\d{13}_[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u));

/** Filters of the list, from the address of the page; a wrong one is left out. */
export const listMailsInput = z.object({
  state: z.preprocess(oneOf, z.enum(mailStates).optional().catch(undefined)),
  kind: optional(z.string().trim().min(1).max(80)),
  address: optional(z.string().trim().min(1).max(254)),
  /** Where the page before ended, or where the page after begins. */
  after: cursor,
  before: cursor,
});
export type ListMailsInput = z.output<typeof listMailsInput>;
