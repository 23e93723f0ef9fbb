import { z } from "zod";
import { accepted } from "@/lib/core/fields";

export const tickTheBox = "Cochez la case « Je ne suis pas un robot ».";

/**
 * The fields that `<HumanCheck>` posts, to spread into the schema of a form: `z.strictObject({ ...humanFields, … })`.
 * Only the box can be in error: nobody can correct the others, so anything odd in them is judged by `proveHuman`.
 */
export const humanFields = {
  human: accepted(tickTheBox),
  formToken: z.string().max(200).catch(""),
  altcha: z.string().max(4000).optional().catch("unreadable"),
  "g-recaptcha-response": z.string().max(10_000).optional().catch(undefined),
  /** Shown to nobody; robots fill it. */
  site_web: z.string().max(500).optional().catch("unreadable"),
} as const;

const humanProof = z.object(humanFields);
export type HumanProof = z.output<typeof humanProof>;
