import { and, eq, gte, ne, type SQL, sql } from "drizzle-orm";
import { dossierLooks } from "@/db/schema/dossiers";
import { auditLog } from "@/db/schema/platform";
import { audit } from "@/lib/audit/audit";
import type { TxCtx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { Refusal } from "@/lib/core/refusal";
import { readSettings } from "@/lib/settings/read-settings";
import type { DossierBlock, DossierSlot, LookKind } from "../vocabulary";
import { alertAdministrators } from "./alert-administrators";

export interface Look {
  readonly openingId: string;
  readonly dossierId: string;
  /** The trainer's account: who reads that they were looked at. */
  readonly trainerId: string;
  readonly kind: LookKind;
  readonly block?: DossierBlock;
  readonly slot?: DossierSlot;
}

const actions = {
  dossier: "trainer.dossier_seen",
  piece: "trainer.piece_seen",
  nir: "trainer.nir_seen",
  iban: "trainer.iban_seen",
} as const satisfies Record<LookKind, string>;

const hour = 3_600_000;

/**
 * Writes down that the acting person sees a part of a dossier, before they see it (EI-98): for the trainer, and in the
 * audit log. What shows a piece or a number counts towards the quota of the day, one look after the other. The calling
 * verb has judged the opening.
 */
export async function noteLook(tx: TxCtx, { openingId, dossierId, trainerId, kind, block, slot }: Look): Promise<void> {
  if (tx.actor.kind !== "account") throw new Error("nobody looks");
  const { accountId } = tx.actor;
  if (kind !== "dossier") await keepWithinQuota(tx, accountId);
  await tx.db.insert(dossierLooks).values({ openingId, dossierId, accountId, kind, block: block ?? null, slot: slot ?? null, at: tx.now });
  await audit(tx, {
    action: actions[kind],
    subject: { type: "dossier", id: dossierId },
    accountId: trainerId,
    sensitive: kind !== "dossier",
    details: { ...(block !== undefined && { block }), ...(slot !== undefined && { slot }), openingId },
  });
  if (kind !== "dossier") await alertIfMany(tx, accountId);
}

async function keepWithinQuota(tx: TxCtx, accountId: string): Promise<void> {
  // Requests that come together are counted one after the other.
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`dossier_looks:${accountId}`}, 0))`);
  const quota = (await readSettings(tx))["dossier.dailyLooks"];
  const today = sql`${dossierLooks.at} >= (${parisDay(tx.now)}::date)::timestamp at time zone 'Europe/Paris'`;
  if ((await looksSince(tx, accountId, today)) < quota) return;
  throw new Refusal(
    "limited",
    `Vous avez lu ${quota} pièces aujourd’hui : c’est la limite d’une journée. Reprenez demain, ou demandez à l’administration nationale de la relever.`,
  );
}

/** Pieces and numbers that somebody saw since then. */
const looksSince = (tx: TxCtx, accountId: string, since: SQL): Promise<number> =>
  tx.db.$count(dossierLooks, and(eq(dossierLooks.accountId, accountId), ne(dossierLooks.kind, "dossier"), since));

/** So many looks in an hour are told to the national administrators, once an hour and person. */
async function alertIfMany(tx: TxCtx, accountId: string): Promise<void> {
  const threshold = (await readSettings(tx))["dossier.hourlyAlert"];
  const anHourAgo = new Date(tx.now.getTime() - hour);
  const looks = await looksSince(tx, accountId, gte(dossierLooks.at, anHourAgo));
  if (looks <= threshold) return;
  const told = await tx.db.$count(
    auditLog,
    and(eq(auditLog.actorId, accountId), eq(auditLog.action, "trainer.looks_alert"), gte(auditLog.at, anHourAgo)),
  );
  if (told > 0) return;
  await audit(tx, { action: "trainer.looks_alert", details: { looks, threshold } });
  await alertAdministrators(tx, { accountId, looks });
}
