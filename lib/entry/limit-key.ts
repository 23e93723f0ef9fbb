import type { Ctx } from "@/lib/core/ctx";

/** At most `points` calls in `per` seconds, counted by network address or by account. */
export interface EntryLimit {
  readonly points: number;
  readonly per: number;
  readonly by: "network" | "account";
}

export const limitKey = ({ by }: EntryLimit, { actor, network }: Ctx): string =>
  by === "account" && actor.kind === "account" ? actor.accountId : network;
