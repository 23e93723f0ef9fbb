import { randomUUID } from "node:crypto";
import { database } from "@/db/client";
import { type Clock, systemClock } from "./clock";
import type { Ctx } from "./ctx";

/** The context of what nobody asked for in person: jobs, the command line, the seed. */
export const systemCtx = (name: string, clock: Clock = systemClock): Ctx => ({
  db: database(),
  actor: { kind: "system", name },
  now: clock.now(),
  requestId: randomUUID(),
  network: "local",
  device: name,
  inTransaction: false,
});
