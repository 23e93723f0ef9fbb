import { eq } from "drizzle-orm";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { cvImports } from "@/db/schema/trainers";
import { audit } from "@/lib/audit/audit";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { absent, ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { addLine } from "../profile/lines";
import { lockOwnProfile, openAnswers } from "../profile/lock-profile";
import { can } from "../profile/policy";
import { saveAnswers } from "../profile/save-answers";
import type { Proposal } from "./propose";

export const decideProposalInput = z.strictObject({
  /** The proposal itself: another tab may have decided of others meanwhile. */
  seen: z
    .string()
    .max(20_000)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom", message: "Cette page n’est plus à jour : rechargez-la, puis recommencez." });
        return z.NEVER;
      }
    }),
  decision: z.enum(["take", "leave"]),
});
export type DecideProposalInput = z.output<typeof decideProposalInput>;

/** Takes one proposal into the profile, or leaves it; either way it is no longer proposed (EI-33). */
export function decideProposal(ctx: Ctx, { seen, decision }: DecideProposalInput): Promise<void> {
  return withTx(ctx, async (tx) => {
    const profile = await lockOwnProfile(tx);
    if (profile === null) throw absent();
    ensure(can.edit(tx.actor, profile));
    const [row] = await tx.db.select().from(cvImports).where(eq(cvImports.profileId, profile.id));
    const proposals = (row?.proposals ?? []) as unknown as readonly Proposal[];
    const proposal = proposals.find((one) => isDeepStrictEqual(one, seen));
    if (proposal === undefined) throw new Refusal("conflict", "Cette proposition a déjà été traitée. Rechargez la page.");
    if (decision === "take") await take(tx, proposal, openAnswers(profile));
    const left = proposals.filter((one) => one !== proposal);
    await tx.db
      .update(cvImports)
      .set({ proposals: left.map((one) => ({ ...one })) })
      .where(eq(cvImports.profileId, profile.id));
    await audit(tx, {
      action: decision === "take" ? "trainer.proposal_taken" : "trainer.proposal_left",
      subject: { type: "trainer_profile", id: profile.id },
      accountId: profile.accountId,
    });
  });
}

async function take(tx: TxCtx, proposal: Proposal, answers: Readonly<Record<string, string | readonly string[]>>): Promise<void> {
  if (proposal.kind === "field") {
    const before = answers[proposal.field];
    const from = typeof before === "string" ? before : "";
    await saveAnswers(tx, { changes: [{ field: proposal.field, from, to: proposal.value }] });
    return;
  }
  const { lineId } = await addLine(tx, { kind: proposal.table });
  const changes = Object.entries(proposal.answers).flatMap(([field, to]) => (typeof to === "string" ? [{ field, from: "", to }] : []));
  await saveAnswers(tx, { lineId, changes });
}
