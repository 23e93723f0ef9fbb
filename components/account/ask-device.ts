import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import { idle, type FormAction } from "@/lib/core/form-state";

/** What the device answered, as JSON for the form; or why it did not, in French. */
export type DeviceAnswer = { readonly answer: string } | { readonly message: string };

/** Asks the server for a challenge, then the device to sign it. Browser only. */
export const askForPasskey = (request: FormAction<PublicKeyCredentialRequestOptionsJSON>): Promise<DeviceAnswer> =>
  ask(request, async (optionsJSON) => {
    const { startAuthentication } = await import("@simplewebauthn/browser");
    return startAuthentication({ optionsJSON });
  });

/** The same to make a new passkey. */
export const makePasskey = (request: FormAction<PublicKeyCredentialCreationOptionsJSON>): Promise<DeviceAnswer> =>
  ask(request, async (optionsJSON) => {
    const { startRegistration } = await import("@simplewebauthn/browser");
    return startRegistration({ optionsJSON });
  });

async function ask<Options>(request: FormAction<Options>, device: (options: Options) => Promise<object>): Promise<DeviceAnswer> {
  const given = await request(idle, new FormData());
  if (given.status === "refused") return { message: given.message };
  if (given.status !== "done") return { message: reasons.other };
  try {
    return { answer: JSON.stringify(await device(given.data)) };
  } catch (error) {
    return { message: reasonOf(error) };
  }
}

const reasons = {
  known: "Cet appareil a déjà une clé d’accès pour votre compte. Choisissez un autre appareil, ou gardez celle-ci.",
  given_up: "La demande a été annulée, ou a pris trop de temps. Réessayez quand vous voulez.",
  other: "Votre appareil n’a pas pu répondre. Réessayez, ou utilisez un autre moyen.",
} as const;

/** Browsers tell little on purpose; what they tell is the name of the error. */
function reasonOf(error: unknown): string {
  const name = error instanceof Error ? error.name : "";
  if (name === "InvalidStateError") return reasons.known;
  return name === "NotAllowedError" || name === "AbortError" ? reasons.given_up : reasons.other;
}
