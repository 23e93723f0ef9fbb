import { cookies } from "next/headers";
import { choiceCookie, type AudienceChoice, audienceChoices } from "@/lib/audience/vocabulary";
import { env } from "@/lib/core/env";

export interface Audience {
  /** The configured tool; null when there is none: then nothing is asked. */
  readonly matomo: { readonly url: string; readonly siteId: number } | null;
  readonly choice: AudienceChoice | null;
}

/** The audience tool of this installation and what this visitor decided about it. */
export async function readAudience(): Promise<Audience> {
  const kept = (await cookies()).get(choiceCookie.name)?.value;
  const choice = audienceChoices.find((known) => known === kept) ?? null;
  const matomo =
    env.MATOMO_URL === undefined || env.MATOMO_SITE_ID === undefined ? null : { url: env.MATOMO_URL, siteId: env.MATOMO_SITE_ID };
  return { matomo, choice };
}
