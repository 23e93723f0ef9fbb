import { auditLog } from "@/db/schema/platform";
import { accountIdOf, type Ctx, type TxCtx } from "@/lib/core/ctx";

export interface AuditLine {
  /** Subject first: "account.sign_in". */
  readonly action: string;
  readonly subject?: { readonly type: string; readonly id: string };
  /** The person it concerns, who may read the line. */
  readonly accountId?: string;
  /** A look at identity papers, bank details or NIR. */
  readonly sensitive?: boolean;
  /** Facts, never personal data copied from elsewhere. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Writes who did what, in the transaction of the change: a change that cannot be told does not happen (AD-13). */
export async function audit(tx: TxCtx, line: AuditLine): Promise<void> {
  await write(tx, line);
}

/** For what changes nothing: a refused entry, a look at sensitive data. */
export async function auditLook(ctx: Ctx, line: AuditLine): Promise<void> {
  await write(ctx, line);
}

async function write(ctx: Ctx, { action, subject, accountId, sensitive = false, details = {} }: AuditLine): Promise<void> {
  const { actor } = ctx;
  await ctx.db.insert(auditLog).values({
    at: ctx.now,
    actorId: accountIdOf(actor),
    actorKind: actor.kind === "system" ? actor.name : actor.kind,
    action,
    subjectType: subject?.type ?? null,
    subjectId: subject?.id ?? null,
    accountId: accountId ?? null,
    sensitive,
    details,
    requestId: ctx.requestId,
    network: ctx.network,
  });
}
