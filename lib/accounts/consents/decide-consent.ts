import type { ApplicationId } from "@/lib/accounts/applications/vocabulary";
import type { Ctx } from "@/lib/core/ctx";
import { giveConsent } from "./give-consent";
import { refuseConsent } from "./refuse-consent";
import type { DecideConsentInput } from "./schemas";

/** The three buttons of the consent screen are one form: does what the pressed one says (MC-13). */
export async function decideConsent(
  ctx: Ctx,
  { application, scopes, decision }: DecideConsentInput,
): Promise<{ application: ApplicationId; entered: boolean }> {
  if (decision === "refused") await refuseConsent(ctx, { application });
  else await giveConsent(ctx, { application, scopes, mode: decision });
  return { application, entered: decision !== "refused" };
}
