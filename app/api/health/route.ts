import { json, route } from "@/lib/entry/route";

/** The process answers. Nothing else is asked, so that a slow database does not restart the site. */
export const GET = route({ name: "site.health", policy: "probe" }, () => Promise.resolve(json({ status: "ok" })));
