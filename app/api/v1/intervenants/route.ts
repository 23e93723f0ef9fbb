import { Refusal } from "@/lib/core/refusal";
import { fieldErrorsOf } from "@/lib/entry/action";
import { json, route } from "@/lib/entry/route";
import { createTrainer } from "@/lib/trainers/creation/create-trainer";
import { apiActorName } from "@/lib/trainers/creation/policy";
import { createTrainerInput } from "@/lib/trainers/creation/schemas";

const longestBody = 20_000;

/** Creates one trainer for the institution's own software (AD-16); documented on the page of the keys. */
export const POST = route({ name: "trainer.create_by_api", policy: "api_key" }, async (ctx, request, _params, key) => {
  const parsed = createTrainerInput.safeParse(await readBody(request));
  if (!parsed.success) throw new Refusal("invalid", "Certaines valeurs sont à corriger.", fieldErrorsOf(parsed.error));
  const { profileId } = await createTrainer({ ...ctx, actor: { kind: "system", name: apiActorName } }, parsed.data, key);
  return json({ profileId }, 201);
});

/** The body as it is read, cut off when it is too long whatever it announced. */
async function readBody(request: Request): Promise<unknown> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of request.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > longestBody) throw new Refusal("invalid", "Cette demande est trop longue.");
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal("invalid", "Le corps de la demande n’est pas du JSON.");
  }
}
