import { absent } from "@/lib/core/refusal";
import { route } from "@/lib/entry/route";
import { readMail } from "@/lib/mail/read-mail";

/** The mail's own style, and nothing else: no script, no form, nothing fetched. */
const sandbox = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:";

/** A mail as a mailbox shows it, links and codes hidden, in a document that can do nothing but show it (AD-14). */
export const GET = route({ name: "mail.html", policy: "administrator", application: "gestion" }, async (ctx, _request, params) => {
  const { html } = await readMail(ctx, params["id"] ?? "");
  if (html === null) throw absent();
  return new Response(html, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": sandbox, "Cache-Control": "private, no-store" },
  });
});
