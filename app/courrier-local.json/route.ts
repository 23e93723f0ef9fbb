import { absent } from "@/lib/core/refusal";
import { isDemonstration } from "@/lib/core/env";
import { json, route } from "@/lib/entry/route";
import { listLocalMails } from "@/lib/mail/local-mailbox";

/** The same mailbox for programs: `[{ id, to, subject, text, html, sentAt }]`, newest first. */
export const GET = route({ name: "local_mail.json", policy: "visitor" }, async (ctx, request) => {
  if (!isDemonstration()) throw absent();
  const to = new URL(request.url).searchParams.get("to") ?? undefined;
  return json(await listLocalMails(ctx, { to }));
});
