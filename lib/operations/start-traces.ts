import { registerOTel } from "@vercel/otel";
import { hideTokens, pathToShow } from "@/lib/core/hide-tokens";

/** Sends traces to OTEL_EXPORTER_OTLP_ENDPOINT (TR-50). The collector sees neither the token of a mailed link nor what people search. */
export function startTraces(): void {
  registerOTel({ serviceName: "espaces-formation", spanProcessors: [tokenHider, "auto"] });
}

interface Span {
  name: string;
  readonly attributes: Record<string, unknown>;
}

/** Comes before the exporter, and writes over what the framework noted. */
const tokenHider = {
  onStart: () => {},
  onEnd: (span: unknown) => hideIn(span as Span),
  forceFlush: () => Promise.resolve(),
  shutdown: () => Promise.resolve(),
};

/** Attributes that hold an address, whatever the version of the conventions calls them. */
const addresses = /target|url|uri|path/u;

export function hideIn(span: Span): void {
  span.name = pathToShow(span.name);
  for (const [name, value] of Object.entries(span.attributes)) {
    if (typeof value !== "string") continue;
    span.attributes[name] = addresses.test(name) ? pathToShow(value) : hideTokens(value);
  }
}
