import { eq } from "drizzle-orm";
import { newsItems } from "@/db/schema/content";
import type { TxCtx } from "@/lib/core/ctx";
import { absent, ensure, Refusal } from "@/lib/core/refusal";
import { can } from "../policy";

/** Takes an item until the end of the transaction: two decisions about it come one after the other. */
export async function lockNews(tx: TxCtx, newsId: string) {
  ensure(can.write(tx.actor));
  const [item] = await tx.db.select().from(newsItems).where(eq(newsItems.id, newsId)).for("update");
  if (item === undefined) throw absent();
  return item;
}

/** Refuses to undo, or to publish unseen, what somebody else wrote since. */
export function ensureSeen(item: { readonly version: number }, version: number): void {
  if (item.version === version) return;
  throw new Refusal(
    "conflict",
    "Cette actualité a été modifiée entre-temps par une autre personne. Ouvrez-la dans un autre onglet pour comparer : ce que vous avez saisi est conservé ici.",
  );
}
