import { Counter, Histogram, register } from "prom-client";

// In the registry that /api/metrics reads: prom-client is not bundled, so both sides of the process hold the same one.
const requests = new Counter({
  name: "http_requests_total",
  help: "Requests answered, by method and status",
  labelNames: ["method", "status"],
  registers: [register],
});
const durations = new Histogram({
  name: "http_request_seconds",
  help: "Time to answer, in seconds",
  buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [register],
});

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** Counts a request answered. A client may invent methods: they share one name, so that series stay few. */
export function countRequest(method: string, status: number, seconds: number): void {
  requests.inc({ method: methods.has(method) ? method : "other", status: String(status) });
  durations.observe(seconds);
}
