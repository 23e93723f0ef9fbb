import { expect, test } from "vitest";
import { mails } from "@/db/schema/platform";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx, testNow } from "@/db/testing/rollback";
import { countMailsSent, readMailsWaiting } from "./read-outbox-alerts";
import type { MailState } from "./vocabulary";

const ago = (hours: number) => new Date(testNow.getTime() - hours * 3_600_000);
const mail = (cause: string, state: MailState, hours: number) => ({
  kind: "role-granted",
  cause,
  toAddress: "a@example.org",
  subject: "s",
  props: {},
  state,
  nextAttemptAt: testNow,
  createdAt: ago(hours),
  sentAt: state === "sent" ? testNow : null,
});

test("AD-01 the dashboard knows the mails that wait for a person, with the oldest of each kind, and how many left this month", () =>
  inRolledBackTx(async (plain) => {
    const tx = { ...plain, actor: await makeSignedIn(plain, { role: "administrator" }) };
    await tx.db
      .insert(mails)
      .values([
        mail("1", "failed", 5),
        mail("2", "failed", 9),
        mail("3", "uncertain", 2),
        mail("4", "sent", 1),
        mail("5", "sent", 900),
        mail("6", "queued", 50),
      ]);
    const waiting = [...(await readMailsWaiting(tx))].sort((one, other) => one.state.localeCompare(other.state));
    expect(waiting).toEqual([
      { state: "failed", count: 2, oldest: ago(9) },
      { state: "uncertain", count: 1, oldest: ago(2) },
    ]);
    expect(await countMailsSent(tx, ago(24))).toBe(1);
    const other = { ...plain, actor: await makeSignedIn(plain, { role: "iel_manager" }) };
    await expect(readMailsWaiting(other)).rejects.toMatchObject({ code: "forbidden" });
    await expect(countMailsSent(other, testNow)).rejects.toMatchObject({ code: "forbidden" });
  }));
