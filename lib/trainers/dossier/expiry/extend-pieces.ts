import { sql } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { audit } from "@/lib/audit/audit";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { longDay } from "@/lib/core/format";
import { ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { queueMailsFrom } from "@/lib/mail/queue-mails-from";
import { piecesOf } from "./extension-scope";
import { can } from "./policy";
import { recountComplete } from "./recount-complete";
import type { ExtendPiecesInput } from "./schemas";
import { datedLabels } from "./vocabulary";

export interface Extended {
  readonly pieces: number;
  readonly people: number;
}

/**
 * Grants one later end to all pieces of a kind that end between two days (EI-106). The steps of their notices start
 * again by themselves: a notice is of an end.
 */
export function extendPieces(ctx: Ctx, input: ExtendPiecesInput): Promise<Extended> {
  return withTx(ctx, async (tx) => {
    ensure(can.extend(tx.actor));
    const extensionId = randomUUID();
    const people = await extend(tx, extensionId, input);
    const pieces = await readCount(tx, extensionId);
    if (pieces === 0) throw new Refusal("conflict", "Aucune pièce en vigueur ne finit entre ces deux jours : rien n’est prolongé.");
    await recountComplete(
      tx,
      sql`exists (
        select from dossier_versions v
        where v.dossier_id = dossier.id and v.state = 'validated' and v.block = ${input.block} and v.ends_on = ${input.newEndsOn}::date)`,
    );
    await audit(tx, {
      action: "trainer.pieces_extended",
      subject: { type: "extension", id: extensionId },
      details: {
        block: input.block,
        endsFrom: input.endsFrom,
        endsTo: input.endsTo,
        newEndsOn: input.newEndsOn,
        count: pieces,
        reason: input.reason,
      },
    });
    return { pieces, people };
  });
}

/** The dossiers are taken first, like every writer of theirs does; then the pieces move, and everybody is told once. */
const extend = (tx: TxCtx, extensionId: string, { block, endsFrom, endsTo, newEndsOn, reason }: ExtendPiecesInput): Promise<number> =>
  queueMailsFrom(tx, "pieces-extended", {
    shared: { piece: datedLabels[block], block, until: longDay(newEndsOn), reason },
    given: sql`
      held as materialized (
        select dossier.id, dossier.profile_id from dossiers dossier
        where exists (select from dossier_versions v where v.dossier_id = dossier.id and ${piecesOf({ block, endsFrom, endsTo })})
        order by dossier.id for update),
      extended as (
        update dossier_versions v set ends_on = ${newEndsOn}::date
        from held where v.dossier_id = held.id and ${piecesOf({ block, endsFrom, endsTo })}
        returning held.profile_id),
      kept as (
        insert into validity_extensions (id, block, ends_from, ends_to, new_ends_on, reason, granted_by, granted_at, count)
        select ${extensionId}::uuid, ${block}, ${endsFrom}::date, ${endsTo}::date, ${newEndsOn}::date, ${reason},
          ${tx.actor.kind === "account" ? tx.actor.accountId : null}::uuid, ${tx.now.toISOString()}::timestamptz, count(*)
        from extended)`,
    people: sql`
      select person.id as account_id, coalesce(secondary.address, main.address) as to_address, ${`extension:${extensionId}`} as cause,
        jsonb_build_object('firstName', coalesce(profile.answers ->> 'firstName', '')) as props
      from extended
      join trainer_profiles profile on profile.id = extended.profile_id
      join accounts person on person.id = profile.account_id and person.blocked_at is null and person.closed_at is null
      join account_addresses main on main.account_id = person.id and main.kind = 'main'
      left join account_addresses secondary on secondary.account_id = person.id and secondary.kind = 'secondary'`,
  });

async function readCount(tx: TxCtx, extensionId: string): Promise<number> {
  const [kept] = await tx.db.execute<{ count: number }>(sql`select count from validity_extensions where id = ${extensionId}::uuid`);
  return kept?.count ?? 0;
}
