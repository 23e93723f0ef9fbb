import type { Ctx, Db } from "./ctx";

/**
 * What hardly ever changes, read once for so many milliseconds and each database: a change is seen that much later. A
 * transaction reads for itself, and what it reads is kept for nobody.
 */
export function rememberedFor<Result>(milliseconds: number, read: (ctx: Ctx) => Promise<Result>): (ctx: Ctx) => Promise<Result> {
  const kept = new WeakMap<Db, { readonly at: number; readonly result: Promise<Result> }>();
  return (ctx) => {
    if (ctx.inTransaction) return read(ctx);
    const at = ctx.now.getTime();
    const before = kept.get(ctx.db);
    if (before !== undefined && Math.abs(at - before.at) < milliseconds) return before.result;
    const result = read(ctx);
    kept.set(ctx.db, { at, result });
    result.catch(() => kept.delete(ctx.db));
    return result;
  };
}
