import { setTimeout as wait } from "node:timers/promises";
import { inArray } from "drizzle-orm";
import { connect } from "@/db/client";
import { mails } from "@/db/schema/platform";
import { systemClock } from "@/lib/core/clock";
import { env } from "@/lib/core/env";
import { createDelivery } from "../deliver-mails";
import { resendTransport } from "../resend-transport";
import { smtpTransport } from "../smtp-transport";

// A mail worker in a process of its own, for the tests that kill it. Its server is the configured one;
// a short lease, so that the next process takes over at once. Ends by itself when no mail waits.
const { sql, db } = connect(env.DATABASE_URL, { max: 3 });
const transport =
  env.SMTP_URL === undefined
    ? resendTransport({ apiKey: "re_test", baseUrl: env.RESEND_BASE_URL })
    : smtpTransport({ url: env.SMTP_URL, messageHost: "mon-compte.example" });
const ctx = {
  db,
  actor: { kind: "system", name: "test" },
  now: systemClock.now(),
  requestId: "test",
  network: "local",
  device: "test",
  inTransaction: false,
} as const;
const delivery = createDelivery(ctx, { clock: systemClock, transport, batch: 6, concurrency: 3, lease: 1 });

const anyWaits = async () =>
  (
    await db
      .select({ id: mails.id })
      .from(mails)
      .where(inArray(mails.state, ["queued", "sending"]))
      .limit(1)
  ).length > 0;

while (await anyWaits()) {
  const { full } = await delivery.drain();
  if (!full) await wait(50);
}
transport.close();
await sql.end();
