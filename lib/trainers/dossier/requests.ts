import { and, eq, inArray, isNotNull, isNull, lte } from "drizzle-orm";
import { dossierRequests } from "@/db/schema/dossiers";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import type { Answers } from "../profile/vocabulary";
import type { VersionRow } from "./lock-version";
import { needOf } from "./needs.data";
import { type DossierBlock, dossierBlocks } from "./vocabulary";

/** A manager asked, and waits: nothing was sent since, and nobody took it back (EI-64). */
export const isOpenRequest = and(isNull(dossierRequests.answeredAt), isNull(dossierRequests.withdrawnAt));

/** Blocks that a manager asked for and that were not sent since. */
export async function openRequests({ db }: Ctx, dossierId: string): Promise<ReadonlySet<DossierBlock>> {
  const rows = await db
    .select({ block: dossierRequests.block })
    .from(dossierRequests)
    .where(and(eq(dossierRequests.dossierId, dossierId), isOpenRequest));
  return new Set(rows.map(({ block }) => block));
}

/** What is sent answers what was asked; says which structure asked. */
export async function answerOpenRequest(tx: TxCtx, dossierId: string, block: DossierBlock): Promise<string | null> {
  const [request] = await tx.db
    .update(dossierRequests)
    .set({ answeredAt: tx.now })
    .where(and(eq(dossierRequests.dossierId, dossierId), eq(dossierRequests.block, block), isOpenRequest))
    .returning({ structureId: dossierRequests.structureId });
  return request?.structureId ?? null;
}

type Sent = Pick<VersionRow, "dossierId" | "block" | "sentAt">;
const ofBlock = ({ dossierId, block }: Sent) =>
  and(eq(dossierRequests.dossierId, dossierId), eq(dossierRequests.block, block), isNull(dossierRequests.withdrawnAt));

/** What was asked for and is refused is asked for again: the form goes on showing it, whatever the status asks. */
export async function reopenRequest(tx: TxCtx, sent: Sent): Promise<void> {
  await tx.db
    .update(dossierRequests)
    .set({ answeredAt: null })
    .where(and(ofBlock(sent), eq(dossierRequests.answeredAt, sent.sentAt)));
}

/** The same, when the refusal is taken back: the block waits again. */
export async function answerRequest(tx: TxCtx, sent: Sent): Promise<void> {
  await tx.db
    .update(dossierRequests)
    .set({ answeredAt: sent.sentAt })
    .where(and(ofBlock(sent), isNull(dossierRequests.answeredAt), lte(dossierRequests.askedAt, sent.sentAt)));
}

/** What a new status does not ask for, and was answered, no longer counts for the whole. */
export async function endRequests(tx: TxCtx, dossierId: string, inForce: Answers): Promise<void> {
  const absent = dossierBlocks.filter((block) => needOf(block, inForce) === "absent");
  if (absent.length === 0) return;
  await tx.db
    .update(dossierRequests)
    .set({ withdrawnAt: tx.now })
    .where(
      and(
        eq(dossierRequests.dossierId, dossierId),
        inArray(dossierRequests.block, absent),
        isNotNull(dossierRequests.answeredAt),
        isNull(dossierRequests.withdrawnAt),
      ),
    );
}
