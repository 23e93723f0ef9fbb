import { paths } from "@/lib/core/paths";
import { Refusal } from "@/lib/core/refusal";
import { route } from "@/lib/entry/route";
import { setLogo } from "@/lib/settings/logo/set-logo";
import { logoLimits } from "@/lib/settings/logo/vocabulary";
import { readFileField, refusedPage } from "@/app/api/files/plain-form";

const back = `${paths.manage.settings}#logo`;

/** The logo, from the plain form of the settings (AD-15); a refusal is a page that leads back to it. */
export const POST = route(
  { name: "setting.send_logo", policy: "administrator", application: "gestion", limit: { points: 20, per: 300, by: "account" } },
  async (ctx, request) => {
    try {
      const file = await readFileField(request, logoLimits.maxBytes);
      if (typeof file === "string") throw new Refusal("invalid", "Choisissez d’abord un fichier.");
      await setLogo(ctx, { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) });
    } catch (error) {
      if (error instanceof Refusal) return refusedPage(error, back);
      throw error;
    }
    return new Response(null, { status: 303, headers: { Location: back, "Cache-Control": "no-store" } });
  },
);
