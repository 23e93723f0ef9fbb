import { absent } from "@/lib/core/refusal";
import { route } from "@/lib/entry/route";
import { readLogoVersion } from "@/lib/settings/logo/read-logo";
import { logoOfNow } from "@/lib/settings/logo/vocabulary";

/** The institution's logo, for everybody. A version has its picture or none, never another's: browsers keep it for good. */
export const GET = route({ name: "site.logo", policy: "visitor" }, async (ctx, _request, { version = "" }) => {
  const logo = await readLogoVersion(ctx, version);
  // Answered with "no-store": the next server asked may know it.
  if (logo === null) throw absent();
  return new Response(Buffer.from(logo.png, "base64"), {
    headers: {
      "Content-Type": "image/png",
      "Cache-Control": version === logoOfNow ? "public, max-age=300" : "public, max-age=31536000, immutable",
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cross-Origin-Resource-Policy": "cross-origin",
      "X-Content-Type-Options": "nosniff",
    },
  });
});
