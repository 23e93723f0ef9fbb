import { z } from "zod";

/** The parts of what a device answers that are verified; the rest is dropped. */
const base64Url = z
  .string()
  .max(8_000)
  .regex(/^[\w-]+$/u);
const credential = { id: base64Url.max(1_400), rawId: base64Url.max(1_400), type: z.literal("public-key") } as const;

const registration = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64Url,
    attestationObject: base64Url,
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/u))
      .max(8)
      .optional(),
  }),
});

const authentication = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64Url,
    authenticatorData: base64Url,
    signature: base64Url,
    userHandle: base64Url.optional().catch(undefined),
  }),
});
export type RegistrationAnswer = z.output<typeof registration>;
export type AuthenticationAnswer = z.output<typeof authentication>;

/** JSON in one hidden field. */
const answerOf = <Shape extends z.ZodType>(shape: Shape) =>
  z
    .string({ error: "Votre appareil n’a pas répondu. Recommencez." })
    .max(20_000)
    .transform((text, context): z.output<Shape> => {
      const parsed = shape.safeParse(parseJson(text));
      if (parsed.success) return parsed.data;
      context.addIssue({ code: "custom", message: "La réponse de votre appareil est incomplète. Recommencez." });
      return z.NEVER;
    });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const registrationAnswer = answerOf(registration);
export const authenticationAnswer = answerOf(authentication);
