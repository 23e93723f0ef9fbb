import "server-only";
import { applicationOf } from "@/lib/accounts/applications/applications.data";
import { nextGate } from "@/lib/accounts/applications/next-gate";
import type { ApplicationId } from "@/lib/accounts/applications/vocabulary";
import type { Ctx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";

/** An application's doors (MC-13, MC-14, MC-03) for what cannot lead to them as a page does: refused, with where to go. */
export async function requireGates(ctx: Ctx, application: ApplicationId | undefined): Promise<void> {
  if (application === undefined || (await nextGate(ctx, application)) === null) return;
  const { name } = applicationOf(application);
  throw new Refusal(
    "forbidden",
    `Une étape reste à faire avant d’utiliser ${name} : autorisation, conditions ou mot de passe. Ouvrez ${name} dans un autre onglet pour la faire, puis recommencez ici : ce que vous avez saisi est conservé.`,
  );
}
