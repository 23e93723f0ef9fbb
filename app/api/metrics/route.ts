import { route } from "@/lib/entry/route";
import { metricsContentType, readMetrics } from "@/lib/operations/read-metrics";

/** What a Prometheus collects, of this process and of the installation (TR-50). */
export const GET = route(
  { name: "site.metrics", policy: "metrics" },
  async (ctx) =>
    new Response(await readMetrics(ctx), { headers: { "Content-Type": metricsContentType, "Cache-Control": "private, no-store" } }),
);
