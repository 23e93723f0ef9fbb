import { spawn } from "node:child_process";
import { explainFailure } from "./explain-failure";
import { ensurePortIsFree, type Instance, openInstance } from "./instance";
import { end } from "./launch";

/** `npm run dev`: the same database and worker as `npm start`, with a site that follows the sources. */
const say = (text: string) => void process.stdout.write(`${text}\n`);

async function open(): Promise<Instance> {
  await ensurePortIsFree(Number(process.env["PORT"] || 3000));
  const instance = await openInstance({ ...process.env, NODE_ENV: "development" });
  Object.assign(process.env, instance.environment, { NODE_ENV: "development" });
  const [{ migrateDatabase }, { queues }, { seedAll }] = await Promise.all([
    import("@/db/migrate"),
    import("@/lib/jobs/queues"),
    import("@/db/seed/seed-all"),
  ]);
  await migrateDatabase(instance.ownerUrl, queues);
  await seedAll(say);
  return instance;
}

try {
  const instance = await open();
  const commands = [
    ["watch", "worker/main.ts"],
    ["scripts/site.ts", "--dev"],
  ] as const;
  const children = commands.map((parameters) => spawn("tsx", parameters, { env: process.env, stdio: "inherit", detached: true }));
  const stop = async () => {
    await Promise.all(children.map((child) => end(child, 5_000)));
    await instance.stop();
    process.exit(0);
  };
  process.once("SIGINT", () => void stop());
  process.once("SIGTERM", () => void stop());
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exit(1);
}
