import type { Instrumentation } from "next";

/** Runs once when the site's process starts: a wrong configuration stops it before the first request (TR-52). */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { env } = await import("@/lib/core/env");
  if (env.OTEL_EXPORTER_OTLP_ENDPOINT === undefined) return;
  const { startTraces } = await import("@/lib/operations/start-traces");
  startTraces();
}

/** What fails outside our wrappers (a component deep in a page, the layout) reaches the log too, under the reference shown. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { logRenderError } = await import("@/lib/entry/log-render-error");
  logRenderError(error, { path: request.path, requestId: request.headers["x-request-id"], entry: context.routePath });
};
