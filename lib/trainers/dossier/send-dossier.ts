import { and, desc, eq, isNull } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { dossierRequests, dossierVersionFiles, dossierVersions } from "@/db/schema/dossiers";
import { audit } from "@/lib/audit/audit";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { readSettings } from "@/lib/settings/read-settings";
import { openAnswers } from "../profile/lock-profile";
import { readLists } from "../profile/read-lists";
import { textOf } from "../profile/rules";
import type { Answers } from "../profile/vocabulary";
import { dossierSpecs } from "./blocks.data";
import { changedBlocks, filesOf } from "./changed-blocks";
import { countComplete } from "./count-complete";
import { blockAnswers, type BlockFiles, blockToDo } from "./judge";
import { draftFiles, latestVersions } from "./latest-versions";
import { formAnswers, lockOwnDossier, openSealed, sealAnswers, versionContext } from "./lock-dossier";
import { currentRules } from "./needs.data";
import { tellBankChange } from "./tell-bank-change";
import { endsOnOf } from "./validity-rules";
import { blockLabels, type DossierBlock, type VersionOrigin } from "./vocabulary";

export interface SentDossier {
  readonly blocks: readonly DossierBlock[];
}

/**
 * "Transmettre": each block that changed becomes a version that waits for a manager, in place of one that still waited
 * (EI-65). All or nothing: what is missing or wrong in any of them is told, and nothing leaves. No policy: lockOwnDossier has it.
 */
export function sendDossier(ctx: Ctx): Promise<SentDossier> {
  return withTx(ctx, async (tx) => {
    const { profile, dossier } = await lockOwnDossier(tx);
    const [sent, files, requested, lists] = await Promise.all([
      latestVersions(tx, dossier.id),
      draftFiles(tx, dossier.id),
      openRequests(tx, dossier.id),
      readLists(tx),
    ]);
    const answers = formAnswers(profile, dossier);
    const inForce = openAnswers(profile);
    const blocks = changedBlocks({ answers, inForce, files, sent, requested });
    if (blocks.length === 0) throw new Refusal("invalid", "Rien n’a changé depuis votre dernier envoi : il n’y a rien à transmettre.");
    const judging = { lists, now: tx.now };
    const wrong = blocks.flatMap((block) => blockToDo(dossierSpecs[block], answers, filesOf(dossierSpecs[block], answers, files), judging));
    if (wrong.length > 0)
      throw new Refusal(
        "invalid",
        "Votre dossier n’est pas transmis : complétez ou corrigez ce qui suit.",
        Object.fromEntries(wrong.map(({ target, label, message }) => [target, [`${label} : ${message}`]])),
      );
    for (const block of blocks) {
      const spec = dossierSpecs[block];
      await addVersion(tx, {
        dossierId: dossier.id,
        block,
        answers: blockAnswers(spec, answers),
        files: filesOf(spec, answers, files),
        origin: "sent",
      });
    }
    await countComplete(tx, dossier.id, inForce);
    await audit(tx, {
      action: "trainer.dossier_sent",
      subject: { type: "dossier", id: dossier.id },
      accountId: profile.accountId,
      details: { blocks: [...blocks] },
    });
    return { blocks };
  });
}

/** Blocks that a manager asked for and that were not sent since (EI-64). */
export async function openRequests({ db }: Ctx, dossierId: string): Promise<ReadonlySet<DossierBlock>> {
  const rows = await db
    .select({ block: dossierRequests.block })
    .from(dossierRequests)
    .where(and(eq(dossierRequests.dossierId, dossierId), isNull(dossierRequests.answeredAt), isNull(dossierRequests.withdrawnAt)));
  return new Set(rows.map(({ block }) => block));
}

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
    firstSentOn: parisDay(history.at(-1)?.sentAt ?? tx.now),
    currentEnd: inForce?.endsOn ?? null,
    honourMonths: settings["dossier.honourMonths"],
    firstNotice: settings["dossier.firstNoticeMonths"],
  });
  const [request] = await tx.db
    .update(dossierRequests)
    .set({ answeredAt: tx.now })
    .where(
      and(
        eq(dossierRequests.dossierId, dossierId),
        eq(dossierRequests.block, block),
        isNull(dossierRequests.answeredAt),
        isNull(dossierRequests.withdrawnAt),
      ),
    )
    .returning({ structureId: dossierRequests.structureId });
  await tx.db
    .update(dossierVersions)
    .set({ state: "withdrawn" })
    .where(and(eq(dossierVersions.dossierId, dossierId), eq(dossierVersions.block, block), eq(dossierVersions.state, "waiting")));
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
    rulesVersion: currentRules.version,
    answersSealed: sealAnswers(answers, versionContext(id)),
    origin,
    sentAt: tx.now,
    declaredEndsOn: endsOn,
    endsOn,
    structureId: request?.structureId ?? null,
    needsSecond: changesBank,
    heldUntil,
  });
  const rows = Object.entries(files).map(([slot, fileId]) => ({ versionId: id, slot: slot as keyof BlockFiles, fileId, addedAt: tx.now }));
  if (rows.length > 0) await tx.db.insert(dossierVersionFiles).values(rows);
  if (changesBank && heldUntil !== null) await tellBankChange(tx, { dossierId, versionId: id, former: formerIban, iban, heldUntil });
  return id;
}

/** The words for what was sent. */
export const sentWords = (blocks: readonly DossierBlock[]): string => blocks.map((block) => blockLabels[block]).join(", ");
