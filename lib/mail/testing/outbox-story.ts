import { asc } from "drizzle-orm";
import type { Database } from "@/db/client";
import { localMails, mails } from "@/db/schema/platform";
import { testCtx, testNow } from "@/db/testing/rollback";
import { emails } from "@/emails/registry";
import type { Clock } from "@/lib/core/clock";
import { withTx } from "@/lib/core/tx";
import { queueMail } from "../queue-mail";

/** A clock that a test moves. */
export interface MovableClock extends Clock {
  forward(seconds: number): void;
}

export function movableClock(start: Date = testNow): MovableClock {
  let now = start.getTime();
  return { now: () => new Date(now), forward: (seconds) => void (now += seconds * 1000) };
}

/** Queues mails with a link and a code, as sign-ups do, for persons numbered from `first`. */
export async function queueSignUps(db: Database, count: number, now: Date = testNow, first = 0): Promise<void> {
  const { props, secrets } = emails["confirm-registration"].preview;
  await withTx(testCtx(db, { now }), async (tx) => {
    for (let index = first; index < first + count; index++) {
      await queueMail(tx, "confirm-registration", { to: `personne${index}@example.org`, cause: `sign-up ${index}`, props, secrets });
    }
  });
}

export const readMails = (db: Database) => db.select().from(mails).orderBy(asc(mails.toAddress));
export const readLocalMails = (db: Database) => db.select().from(localMails);

export async function firstMail(db: Database) {
  const [mail] = await readMails(db);
  if (mail === undefined) throw new Error("no mail");
  return mail;
}
