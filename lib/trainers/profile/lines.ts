import { eq } from "drizzle-orm";
import { profileLines } from "@/db/schema/trainers";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { removeBytes, removeFile } from "@/lib/files/remove-file";
import { ensureProfile } from "./ensure-profile";
import { mostLines } from "./lines.data";
import { readLinesOf, refuseNewFaults } from "./keep-whole";
import { lockOwnLine } from "./lock-line";
import { openAnswers } from "./lock-profile";
import { can } from "./policy";
import type { LineKind } from "./vocabulary";
import { writeCvEntry } from "./write-cv-entry";

/** Opens a new line, empty, so that what is typed in it is kept from the first letter (EI-29, EI-31). */
export function addLine(ctx: Ctx, { kind }: { readonly kind: LineKind }): Promise<{ lineId: string }> {
  return withTx(ctx, async (tx) => {
    const profile = await ensureProfile(tx);
    ensure(can.edit(tx.actor, profile));
    const lines = await tx.db
      .select({ id: profileLines.id, kind: profileLines.kind, answers: profileLines.answers, fileId: profileLines.fileId })
      .from(profileLines)
      .where(eq(profileLines.profileId, profile.id));
    const ofKind = lines.filter((line) => line.kind === kind);
    // One left empty before (a second press, the back button) is taken up again.
    const empty = ofKind.find(({ answers, fileId }) => fileId === null && Object.values(answers).every((answer) => answer.length === 0));
    if (empty !== undefined) return { lineId: empty.id };
    if (ofKind.length >= mostLines)
      throw new Refusal("conflict", `Ce tableau a déjà ${mostLines} lignes : supprimez-en une, ou réunissez-en plusieurs.`);
    const [line] = await tx.db
      .insert(profileLines)
      .values({ profileId: profile.id, kind, createdAt: tx.now, updatedAt: tx.now })
      .returning({ id: profileLines.id });
    if (line === undefined) throw new Error("line not stored");
    await audit(tx, {
      action: "trainer.line_added",
      subject: { type: "profile_line", id: line.id },
      accountId: profile.accountId,
      details: { kind },
    });
    return { lineId: line.id };
  });
}

// No policy: lockOwnLine judges.
/** Takes a line away, with its file. */
export async function removeLine(ctx: Ctx, { lineId }: { readonly lineId: string }): Promise<{ kind: LineKind }> {
  const { kind, removed } = await withTx(ctx, async (tx) => {
    const { line, profile } = await lockOwnLine(tx, lineId);
    if (profile.state === "validated") {
      const [answers, lines] = [openAnswers(profile), await readLinesOf(tx, profile.id)];
      await refuseNewFaults(tx, { answers, lines }, { answers, lines: lines.filter(({ id }) => id !== lineId) });
    }
    await tx.db.delete(profileLines).where(eq(profileLines.id, lineId));
    if (line.fileId !== null) await removeFile(tx, line.fileId);
    if (profile.state === "validated") await writeCvEntry(tx, profile.id);
    await audit(tx, {
      action: "trainer.line_removed",
      subject: { type: "profile_line", id: lineId },
      accountId: profile.accountId,
      details: { kind: line.kind },
    });
    return { kind: line.kind, removed: line.fileId === null ? [] : [line.fileId] };
  });
  await removeBytes(ctx, removed);
  return { kind };
}
