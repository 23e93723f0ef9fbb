import { and, eq, gt, isNull } from "drizzle-orm";
import { loginSessions } from "@/db/schema/access";
import type { Ctx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import { readSettings } from "@/lib/settings/read-settings";
import { sessionEnd } from "./rules";

/**
 * "Rester connecté": the session of the request lasts as long again (TR-42). Open to whoever holds it, and not
 * audited, like the use of any page, which does the same. Gives the new end.
 */
export async function extendSession(ctx: Ctx): Promise<{ expiresAt: Date }> {
  const { actor } = ctx;
  const ended = new Refusal(
    "unauthenticated",
    "Votre session est terminée. Connectez-vous dans un autre onglet : ce que vous avez saisi ici reste à l’écran.",
  );
  if (actor.kind !== "account") throw ended;
  const settings = await readSettings(ctx);
  const live = and(eq(loginSessions.id, actor.sessionId), isNull(loginSessions.endedAt), gt(loginSessions.expiresAt, ctx.now));
  const [session] = await ctx.db.select({ remember: loginSessions.remember }).from(loginSessions).where(live);
  if (session === undefined) throw ended;
  const expiresAt = sessionEnd(ctx.now, session.remember, settings);
  const extended = await ctx.db
    .update(loginSessions)
    .set({ lastSeenAt: ctx.now, expiresAt })
    .where(live)
    .returning({ id: loginSessions.id });
  if (extended.length === 0) throw ended;
  return { expiresAt };
}
