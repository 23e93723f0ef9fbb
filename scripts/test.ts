import { checks } from "./check";
import { findChromium } from "./find-chromium";
import { runSteps } from "./run-command";

/** `npm test`: checks, unit and database tests, policies taken away one by one, then the journeys on the production build. `npm run test:long`: the long proofs whole. */
const chromium = await findChromium((text) => void process.stdout.write(`${text}\n`));
process.exit(
  await runSteps([
    ...checks,
    { name: "unit and database tests", command: "vitest", parameters: ["run"] },
    { name: "policies taken away", command: "tsx", parameters: ["scripts/mutate-policies.ts"] },
    { name: "journeys", command: "playwright", parameters: ["test"], environment: { CHROMIUM_PATH: chromium } },
  ]),
);
