import { randomUUID } from "node:crypto";
import { mails } from "@/db/schema/platform";
import { emailOf, type EmailKind, type EmailProps, type EmailSecrets } from "@/emails/registry";
import { seal } from "@/lib/core/crypto";
import type { TxCtx } from "@/lib/core/ctx";
import { readInstitution } from "@/lib/settings/institution";

export interface Letter<Kind extends EmailKind> {
  readonly to: string;
  readonly accountId?: string;
  /** What causes it: the same kind, cause and address are never sent twice (TR-01). */
  readonly cause: string;
  readonly props: EmailProps<Kind>;
  /** Links and codes: sealed until sent, then erased. */
  readonly secrets: EmailSecrets<Kind>;
}

/** Writes a mail into the outbox, in the transaction of what causes it; the worker renders and sends it. */
export async function queueMail<Kind extends EmailKind>(tx: TxCtx, kind: Kind, letter: Letter<Kind>): Promise<void> {
  const id = randomUUID();
  const institution = await readInstitution(tx);
  const hasSecrets = Object.keys(letter.secrets).length > 0;
  await tx.db
    .insert(mails)
    .values({
      id,
      kind,
      cause: letter.cause,
      toAddress: letter.to,
      accountId: letter.accountId ?? null,
      subject: emailOf(kind).subject(letter.props, institution),
      props: letter.props as Readonly<Record<string, unknown>>,
      secrets: hasSecrets ? seal(JSON.stringify(letter.secrets), mailContext(id)) : null,
      nextAttemptAt: tx.now,
      createdAt: tx.now,
    })
    .onConflictDoNothing();
}

/** What the sealed part of a mail is bound to. */
export const mailContext = (mailId: string) => `mails|secrets|${mailId}`;
