import { pino } from "pino";
import { env } from "./env";
import { withoutValues } from "./without-values";

/** Names whose values never reach a log, at any depth that we write. */
const secretNames = [
  "password",
  "currentPassword",
  "newPassword",
  "confirmation",
  "token",
  "code",
  "secret",
  "authorization",
  "cookie",
  "nir",
  "iban",
  "bic",
];

/** Structured log, one JSON line per event, on standard output. */
export const log = pino({
  level: env.LOG_LEVEL ?? "info",
  base: { app: "espaces-formation", version: env.APP_VERSION },
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "[redacted]" },
  serializers: { err: describeError },
});

/** An error, its causes included. Of a query that failed, the statement: its values are names, addresses and hashes. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { params: _values, message, stack, ...more } = pino.stdSerializers.err(error);
  return { ...more, message: withoutValues(message, error), stack: withoutValues(stack, error) };
}
