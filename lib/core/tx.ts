import type { Ctx, TxCtx } from "./ctx";

const inTransaction = (ctx: Ctx): ctx is TxCtx => ctx.inTransaction;

/** Runs `work` in a transaction, joining the caller's when there is one, so that verbs compose. */
export function withTx<Result>(ctx: Ctx, work: (tx: TxCtx) => Promise<Result>): Promise<Result> {
  if (inTransaction(ctx)) return work(ctx);
  return ctx.db.transaction((db) => work({ ...ctx, db, inTransaction: true }));
}
