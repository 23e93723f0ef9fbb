import { env } from "@/lib/core/env";
import type { Ctx } from "@/lib/core/ctx";
import { readLogo } from "./logo/read-logo";
import type { Logo } from "./logo/vocabulary";
import { readSettings } from "./read-settings";

/** What pages and mails say of the institution; its name is a variable everywhere. */
export interface Institution {
  readonly name: string;
  readonly shortName: string;
  readonly postalAddress: string;
  readonly dataProtectionAddress: string;
  readonly supportPhone: string;
  readonly supportHours: string;
  readonly supportAddress: string;
  /** Origin of the links in mails: from the configuration, never from a request. */
  readonly siteUrl: string;
  /** Null: the name alone is shown. */
  readonly logo: Logo | null;
}

export async function readInstitution(ctx: Ctx): Promise<Institution> {
  const [settings, logo] = await Promise.all([readSettings(ctx), readLogo(ctx)]);
  return {
    name: settings["institution.name"],
    shortName: settings["institution.shortName"],
    postalAddress: settings["institution.postalAddress"],
    dataProtectionAddress: settings["institution.dataProtectionAddress"],
    supportPhone: settings["support.phone"],
    supportHours: settings["support.hours"],
    supportAddress: settings["support.address"],
    siteUrl: new URL(env.APP_URL).origin,
    logo,
  };
}
