import { desc, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { profileEvents, profileRequests } from "@/db/schema/trainers";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { absent, Refusal } from "@/lib/core/refusal";
import { lockProfile, type ProfileRow } from "../profile/lock-profile";
import type { LastPassage } from "./policy";

type RequestRow = typeof profileRequests.$inferSelect;

export interface LockedRequest {
  readonly request: RequestRow;
  readonly profile: ProfileRow;
  readonly last: LastPassage | null;
}

/**
 * A request to decide about, taken until the end of the transaction: two decisions come one after the other, and the
 * second finds the first (EI-43). The profile first, as the verbs of its owner do. The policy is the caller's.
 */
export async function lockRequest(tx: TxCtx, requestId: string): Promise<LockedRequest> {
  const [found] = await tx.db
    .select({ profileId: profileRequests.profileId })
    .from(profileRequests)
    .where(eq(profileRequests.id, requestId));
  if (found === undefined) throw absent();
  const profile = await lockProfile(tx, found.profileId);
  const [request] = await tx.db.select().from(profileRequests).where(eq(profileRequests.id, requestId)).for("update");
  if (request === undefined) throw absent();
  return { request, profile, last: await lastPassage(tx, requestId) };
}

/** What was read is what is decided: sent back and sent again meanwhile, it is another file (EI-43). */
export function ensureRead({ request }: Pick<LockedRequest, "request">, version: number): void {
  if (request.version !== version)
    throw new Refusal("conflict", "La personne a transmis une nouvelle version de son dossier : relisez-la avant de décider.");
}

/** Who brought the request where it is, and when. */
export async function lastPassage(ctx: Ctx, requestId: string): Promise<LastPassage | null> {
  const [event] = await ctx.db
    .select({ at: profileEvents.at, firstName: accounts.firstName, lastName: accounts.lastName })
    .from(profileEvents)
    .leftJoin(accounts, eq(accounts.id, profileEvents.actorId))
    .where(eq(profileEvents.requestId, requestId))
    .orderBy(desc(profileEvents.at), desc(profileEvents.id))
    .limit(1);
  if (event === undefined) return null;
  const name = [event.firstName, event.lastName].filter((part) => part !== null).join(" ");
  return { at: event.at, by: name === "" ? null : name };
}
