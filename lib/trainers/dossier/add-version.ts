import { and, desc, eq } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { dossierVersionFiles, dossierVersions } from "@/db/schema/dossiers";
import type { TxCtx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { readSettings } from "@/lib/settings/read-settings";
import { textOf } from "../profile/rules";
import type { Answers } from "../profile/vocabulary";
import type { BlockFiles } from "./judge";
import { openSealed, sealAnswers, versionContext } from "./lock-dossier";
import type { VersionRow } from "./lock-version";
import { rulesVersion } from "./needs.data";
import { answerOpenRequest } from "./requests";
import { tellBankChange } from "./tell-bank-change";
import { endsOnOf } from "./validity-rules";
import type { DossierBlock, VersionOrigin } from "./vocabulary";

interface NewVersion {
  readonly dossierId: string;
  readonly block: DossierBlock;
  readonly answers: Answers;
  readonly files: BlockFiles;
  readonly origin: VersionOrigin;
}

/** Writes a version that waits; the dossier is taken by the caller. */
export async function addVersion(tx: TxCtx, { dossierId, block, answers, files, origin }: NewVersion): Promise<string> {
  const settings = await readSettings(tx);
  const history = await tx.db
    .select()
    .from(dossierVersions)
    .where(and(eq(dossierVersions.dossierId, dossierId), eq(dossierVersions.block, block)))
    .orderBy(desc(dossierVersions.number));
  const inForce = history.find(({ state }) => state === "validated");
  const endsOn = endsOnOf(block, answers, {
    sentOn: parisDay(tx.now),
    firstSentOn: parisDay(firstSent(history) ?? tx.now),
    currentEnd: inForce?.endsOn ?? null,
    honourMonths: settings["dossier.honourMonths"],
    firstNotice: settings["dossier.firstNoticeMonths"],
  });
  const structureId = await answerOpenRequest(tx, dossierId, block);
  const [unchecked] = await tx.db
    .update(dossierVersions)
    .set({ state: "withdrawn" })
    .where(and(eq(dossierVersions.dossierId, dossierId), eq(dossierVersions.block, block), eq(dossierVersions.state, "waiting")))
    .returning({ waitingSince: dossierVersions.waitingSince });
  // Against what is in force, however often a new one is sent; without it, against the last that was sent.
  const known = block === "bank" ? (inForce ?? history[0]) : undefined;
  const formerIban = known === undefined ? "" : textOf(openSealed(known.answersSealed, versionContext(known.id)), "iban");
  const iban = textOf(answers, "iban");
  const changesBank = formerIban !== "" && formerIban !== iban;
  const heldUntil = changesBank ? new Date(tx.now.getTime() + settings["dossier.bankHoldHours"] * 3_600_000) : null;
  const id = randomUUID();
  await tx.db.insert(dossierVersions).values({
    id,
    dossierId,
    block,
    number: (history[0]?.number ?? 0) + 1,
    rulesVersion,
    answersSealed: sealAnswers(answers, versionContext(id)),
    origin,
    sentAt: tx.now,
    // A sharper scan begins no new delay, for its manager no more than for its person.
    waitingSince: unchecked?.waitingSince ?? tx.now,
    declaredEndsOn: endsOn,
    endsOn,
    structureId,
    needsSecond: changesBank,
    heldUntil,
  });
  const rows = Object.entries(files).map(([slot, fileId]) => ({ versionId: id, slot: slot as keyof BlockFiles, fileId, addedAt: tx.now }));
  if (rows.length > 0) await tx.db.insert(dossierVersionFiles).values(rows);
  if (changesBank && heldUntil !== null) await tellBankChange(tx, { dossierId, versionId: id, former: formerIban, iban, heldUntil });
  return id;
}

/** The first sending of a block, the last first: what a dossier held before it was emptied begins nothing any more. */
function firstSent(history: readonly Pick<VersionRow, "state" | "sentAt" | "forgottenAt">[]): Date | undefined {
  const emptied = history.findIndex(({ state, forgottenAt }, at) => {
    const next = history[at - 1];
    return state === "withdrawn" && forgottenAt !== null && (next === undefined || next.sentAt > forgottenAt);
  });
  return (emptied === -1 ? history : history.slice(0, emptied)).at(-1)?.sentAt;
}
