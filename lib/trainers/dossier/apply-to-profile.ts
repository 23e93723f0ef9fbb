import { eq } from "drizzle-orm";
import { trainerProfiles } from "@/db/schema/trainers";
import { seal } from "@/lib/core/crypto";
import type { TxCtx } from "@/lib/core/ctx";
import { birthPlaceContext, openAnswers } from "../profile/lock-profile";
import type { Answers } from "../profile/vocabulary";
import { writeCvEntry } from "../profile/write-cv-entry";
import { dossierSpecs, sharedFields } from "./blocks.data";
import { openDraft, type OwnDossier, storeDraft } from "./lock-dossier";
import type { DossierBlock } from "./vocabulary";

/**
 * What a validated block says of the profile comes into force (EI-50), and leaves the draft: the form shows the profile's
 * own words again. Answers what is now in force. The caller has judged and holds both rows.
 */
export async function applyToProfile(tx: TxCtx, { profile, dossier }: OwnDossier, block: DossierBlock, sent: Answers): Promise<Answers> {
  const names = dossierSpecs[block].fields.map(({ name }) => name).filter((name) => sharedFields.has(name));
  const before = openAnswers(profile);
  if (names.length === 0) return before;
  const after = { ...before, ...Object.fromEntries(names.map((name) => [name, sent[name] ?? ""])) };
  const { birthPlace, ...answers } = after;
  const place = typeof birthPlace === "string" ? birthPlace : "";
  await tx.db
    .update(trainerProfiles)
    .set({ answers, birthPlaceSealed: place === "" ? null : seal(place, birthPlaceContext(profile.id)), updatedAt: tx.now })
    .where(eq(trainerProfiles.id, profile.id));
  await writeCvEntry(tx, profile.id);
  const draft = Object.entries(openDraft(dossier)).filter(([name]) => !names.includes(name));
  await storeDraft(tx, dossier.id, Object.fromEntries(draft));
  return after;
}
