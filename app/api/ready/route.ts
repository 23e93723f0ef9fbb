import { json, route } from "@/lib/entry/route";
import { isDatabaseReady } from "@/lib/operations/is-database-ready";

/** The site can serve: the database answers now. 503 otherwise, for the balancer to send people elsewhere meanwhile. */
export const GET = route({ name: "site.ready", policy: "probe" }, async (ctx) =>
  (await isDatabaseReady(ctx)) ? json({ status: "ready" }) : json({ status: "unavailable" }, 503),
);
