import { buildIfNeeded } from "./build-if-needed";
import { explainFailure } from "./explain-failure";

/** `npm run build`: for the container image; `npm start` builds by itself. */
const environment = Object.fromEntries(
  Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
);
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort());
try {
  await buildIfNeeded(
    { ...environment, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    { say: (text) => void process.stdout.write(`${text}\n`), signal: stopping.signal },
  );
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exit(1);
}
