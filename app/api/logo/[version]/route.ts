import { absent } from "@/lib/core/refusal";
import { route } from "@/lib/entry/route";
import { readStoredLogo } from "@/lib/settings/logo/read-logo";

/** The institution's logo, for everybody. Mails name the version of their day: they show the logo of now. */
export const GET = route({ name: "site.logo", policy: "visitor" }, async (ctx, _request, { version }) => {
  const logo = await readStoredLogo(ctx);
  if (logo === null) throw absent();
  return new Response(Buffer.from(logo.png, "base64"), {
    headers: {
      "Content-Type": "image/png",
      "Cache-Control": version === logo.version ? "public, max-age=31536000, immutable" : "public, max-age=300",
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cross-Origin-Resource-Policy": "cross-origin",
      "X-Content-Type-Options": "nosniff",
    },
  });
});
