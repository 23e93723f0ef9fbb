/** The one source of the present instant; everything else receives it (ctx.now, asOf). */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
