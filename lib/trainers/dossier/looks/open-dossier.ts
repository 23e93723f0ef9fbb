import { and, eq, gte } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { dossierOpenings } from "@/db/schema/dossiers";
import { interventions } from "@/db/schema/interventions";
import { audit } from "@/lib/audit/audit";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { parisDay, shortDay } from "@/lib/core/format";
import { absent, ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { readSettings } from "@/lib/settings/read-settings";
import { inManaged } from "../../ads/in-managed";
import { managedStructures } from "../../ads/policy";
import { lockProfile } from "../../profile/lock-profile";
import { ensureDossier } from "../lock-dossier";
import { can } from "../policy";
import type { OpenDossierInput } from "../study/schemas";
import { liveOpening } from "./live-opening";

export interface Opened {
  readonly dossierId: string;
}

/**
 * A manager of any structure says why a dossier is opened, by a planned intervention or in words that its trainer will
 * read; what is looked at until the end of the day's work is tied to it (EI-60, EI-98).
 */
export function openDossier(ctx: Ctx, { profileId, interventionId, reason, structureId }: OpenDossierInput): Promise<Opened> {
  return withTx(ctx, async (tx) => {
    const profile = await lockProfile(tx, profileId);
    ensure(can.open(tx.actor, profile));
    if (profile.state !== "validated" && profile.state !== "archived") throw absent();
    const planned = interventionId === null ? null : await plannedIntervention(tx, profileId, interventionId);
    const why = [planned?.words, reason].filter((part) => part !== undefined && part !== "").join(". ");
    const { id: dossierId } = await ensureDossier(tx, profileId);
    // Sent twice, it is one look.
    if ((await liveOpening(tx, dossierId))?.reason === why) return { dossierId };
    const { "dossier.openingHours": hours } = await readSettings(tx);
    const openingId = randomUUID();
    await tx.db.insert(dossierOpenings).values({
      id: openingId,
      dossierId,
      accountId: tx.actor.kind === "account" ? tx.actor.accountId : null,
      structureId: planned?.structureId ?? actingStructure(tx, structureId),
      interventionId: planned?.id ?? null,
      reason: why,
      openedAt: tx.now,
      endsAt: new Date(tx.now.getTime() + hours * 3_600_000),
    });
    await audit(tx, {
      action: "trainer.dossier_opened",
      subject: { type: "dossier", id: dossierId },
      accountId: profile.accountId,
      sensitive: true,
      // The words stay with the dossier, and go with it: the log would keep them longer.
      details: { openingId },
    });
    return { dossierId };
  });
}

/** The structure that one acts for: the one that was chosen, or the first that one manages; none for the administration. */
export function actingStructure({ actor }: Pick<Ctx, "actor">, chosen: string | null): string | null {
  const managed = managedStructures(actor);
  if (managed === "all") return null;
  return (chosen !== null && managed.includes(chosen) ? chosen : managed[0]) ?? null;
}

async function plannedIntervention(tx: TxCtx, profileId: string, interventionId: string) {
  const [row] = await tx.db
    .select()
    .from(interventions)
    .where(
      and(
        eq(interventions.id, interventionId),
        eq(interventions.profileId, profileId),
        gte(interventions.endsOn, parisDay(tx.now)),
        inManaged(tx, interventions.structureId),
      ),
    );
  if (row === undefined)
    throw new Refusal("conflict", "Cette intervention n’est plus prévue : choisissez-en une autre, ou dites pourquoi en quelques mots.");
  return { id: row.id, structureId: row.structureId, words: plannedWords(row) };
}

interface Planned {
  readonly title: string;
  readonly startsOn: string;
  readonly endsOn: string;
}
/** "Intervention prévue : Le budget, du 14/03/2027 au 15/03/2027" */
export const plannedWords = ({ title, startsOn, endsOn }: Planned): string =>
  `Intervention prévue : ${title}, ${startsOn === endsOn ? `le ${shortDay(startsOn)}` : `du ${shortDay(startsOn)} au ${shortDay(endsOn)}`}`;
