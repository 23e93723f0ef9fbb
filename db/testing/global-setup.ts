import { chmod, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { tmpdir } from "node:os";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "@/db/embedded";
import { migrateDatabase } from "@/db/migrate";
import { queues } from "@/lib/jobs/queues";

declare module "vitest" {
  interface ProvidedContext {
    clusterUrl: string;
  }
}

/** One throw-away cluster for the run, with a migrated template that each worker copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "espaces-test-"));
  // As root, the cluster runs as another user, who must be able to enter.
  await chmod(folder, 0o755);
  const cluster = await startEmbedded({ folder: join(folder, "pg"), password: "test", name: "template_espaces", unsafeFast: true });
  await migrateDatabase(cluster.url, queues);
  project.provide("clusterUrl", cluster.url);
  return async () => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
