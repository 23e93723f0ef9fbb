import { extendSession } from "@/lib/accounts/sessions/extend-session";
import type { SessionLife } from "@/lib/accounts/sessions/rules";
import { json, route } from "@/lib/entry/route";

/** When the session of this browser ends, or `null`. Asked with `x-session-look-only`, the end is not put off. */
export const GET = route({ name: "session.look", policy: "visitor", limit: { points: 60, per: 60, by: "network" } }, ({ actor, now }) => {
  const life: SessionLife | null =
    actor.kind === "account" ? { now: now.toISOString(), expiresAt: actor.sessionExpiresAt.toISOString() } : null;
  return Promise.resolve(json(life));
});

/** "Rester connecté": puts the end off by a whole session (TR-42). */
export const POST = route(
  { name: "session.extend", policy: "first_factor", limit: { points: 30, per: 60, by: "account" } },
  async (ctx) => {
    const { expiresAt } = await extendSession(ctx);
    return json({ now: ctx.now.toISOString(), expiresAt: expiresAt.toISOString() } satisfies SessionLife);
  },
);
