import { eq } from "drizzle-orm";
import { dossierRequests } from "@/db/schema/dossiers";
import { structures } from "@/db/schema/references";
import { addressesFor } from "@/lib/accounts/addresses/addresses-for";
import { audit } from "@/lib/audit/audit";
import { accountIdOf, type Ctx, type TxCtx } from "@/lib/core/ctx";
import { ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { queueMail } from "@/lib/mail/queue-mail";
import { openAnswers } from "../profile/lock-profile";
import { textOf } from "../profile/rules";
import { countComplete } from "./count-complete";
import { lockDossier, type OwnDossier } from "./lock-dossier";
import { liveOpening } from "./looks/live-opening";
import { actingStructure } from "./looks/open-dossier";
import { can } from "./policy";
import type { AskBlocksInput } from "./schemas";
import { blockLabels, type DossierBlock } from "./vocabulary";

export interface Asked {
  readonly dossierId: string;
  readonly blocks: readonly DossierBlock[];
}

/**
 * Asks the trainer for chosen blocks, in one mail with the way straight to them (EI-64). One open request per block,
 * whichever structure asks: what is asked already is not asked again.
 */
export function askBlocks(ctx: Ctx, { dossierId, blocks, message = "" }: AskBlocksInput): Promise<Asked> {
  return withTx(ctx, async (tx) => {
    const own = await lockDossier(tx, dossierId);
    ensure(can.open(tx.actor, own.profile));
    if (own.profile.state !== "validated")
      throw new Refusal("conflict", "Ce profil est archivé : plus rien ne peut lui être demandé avant sa réactivation.");
    const structureId = await askingStructure(tx, own);
    const asked = await tx.db
      .insert(dossierRequests)
      .values(
        blocks.map((block) => ({
          dossierId,
          block,
          structureId,
          message,
          askedAt: tx.now,
          askedBy: accountIdOf(tx.actor),
        })),
      )
      .onConflictDoNothing()
      .returning({ id: dossierRequests.id, block: dossierRequests.block });
    const [first] = asked;
    if (first === undefined)
      throw new Refusal("conflict", "Tous ces blocs sont déjà demandés : la personne n’a pas encore répondu.", {
        blocks: ["Déjà demandé : choisissez d’autres blocs, ou attendez la réponse."],
      });
    await countComplete(tx, dossierId, openAnswers(own.profile));
    const names = asked.map(({ block }) => block);
    await tell(tx, own, { cause: `dossier-request:${first.id}`, structureId, blocks: names, message });
    await audit(tx, {
      action: "trainer.pieces_asked",
      subject: { type: "dossier", id: dossierId },
      accountId: own.profile.accountId,
      details: { blocks: names },
    });
    return { dossierId, blocks: names };
  });
}

/** That of the look under way, else one's own; the administration asks for the home structure. */
async function askingStructure(tx: TxCtx, { profile, dossier }: OwnDossier): Promise<string> {
  const structureId = (await liveOpening(tx, dossier.id))?.structureId ?? actingStructure(tx, null) ?? profile.homeStructureId;
  if (structureId === null) throw new Refusal("conflict", "Ce profil n’a pas de structure : aucune demande ne peut être faite pour elle.");
  return structureId;
}

interface Told {
  readonly cause: string;
  readonly structureId: string;
  readonly blocks: readonly DossierBlock[];
  readonly message: string;
}
async function tell(tx: TxCtx, { profile }: OwnDossier, { cause, structureId, blocks, message }: Told): Promise<void> {
  const [structure] = await tx.db.select({ name: structures.name }).from(structures).where(eq(structures.id, structureId));
  for (const to of await addressesFor(tx, profile.accountId, "account"))
    await queueMail(tx, "pieces-asked", {
      to,
      accountId: profile.accountId,
      cause,
      props: {
        firstName: textOf(profile.answers, "firstName"),
        structure: structure?.name ?? "",
        pieces: blocks.map((block) => blockLabels[block]),
        block: blocks[0] ?? "",
        message,
      },
      secrets: {},
    });
}
