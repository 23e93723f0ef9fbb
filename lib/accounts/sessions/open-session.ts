import { loginSessions } from "@/db/schema/access";
import type { TxCtx } from "@/lib/core/ctx";
import { hashToken, newToken } from "@/lib/core/crypto";
import { readSettings } from "@/lib/settings/read-settings";
import { sessionEnd } from "./rules";

export interface SessionToOpen {
  readonly accountId: string;
  readonly remember: boolean;
  /** A passkey counts as both factors. */
  readonly withSecondFactor: boolean;
}

/** Opens a session; the ticket lets the browser take it over, once, within two minutes. */
export async function openSession(tx: TxCtx, { accountId, remember, withSecondFactor }: SessionToOpen): Promise<{ ticket: string }> {
  const ticket = newToken();
  await tx.db.insert(loginSessions).values({
    accountId,
    ticketHash: hashToken(ticket),
    remember,
    secondFactorAt: withSecondFactor ? tx.now : null,
    provedAt: tx.now,
    device: tx.device,
    network: tx.network,
    createdAt: tx.now,
    lastSeenAt: tx.now,
    expiresAt: sessionEnd(tx.now, remember, await readSettings(tx)),
  });
  return { ticket };
}
