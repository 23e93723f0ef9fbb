import { absent } from "@/lib/core/refusal";
import { isDemonstration } from "@/lib/core/env";
import { route } from "@/lib/entry/route";
import { readLocalMail } from "@/lib/mail/local-mailbox";

/** A mail as a mailbox shows it, in a document that can do nothing but show it and follow its links. */
const sandbox =
  "sandbox allow-top-navigation-by-user-activation allow-popups; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:";

export const GET = route({ name: "local_mail.html", policy: "visitor" }, async (ctx, _request, params) => {
  if (!isDemonstration()) throw absent();
  const { html } = await readLocalMail(ctx, params["id"] ?? "");
  return new Response(html, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": sandbox, "Cache-Control": "private, no-store" },
  });
});
