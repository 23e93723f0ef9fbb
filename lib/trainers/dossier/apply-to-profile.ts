import { eq } from "drizzle-orm";
import { dossierVersions } from "@/db/schema/dossiers";
import { trainerProfiles } from "@/db/schema/trainers";
import { seal } from "@/lib/core/crypto";
import type { TxCtx } from "@/lib/core/ctx";
import { birthPlaceContext, openAnswers, type ProfileRow } from "../profile/lock-profile";
import { sameAnswer } from "../profile/merge";
import type { Answers } from "../profile/vocabulary";
import { writeCvEntry } from "../profile/write-cv-entry";
import { dossierSpecs, sharedFields } from "./blocks.data";
import { blockAnswers } from "./judge";
import {
  formAnswers,
  formerContext,
  openDraft,
  openSealed,
  type OwnDossier,
  sealAnswers,
  storeDraft,
  versionContext,
} from "./lock-dossier";
import type { VersionRow } from "./lock-version";
import type { DossierBlock } from "./vocabulary";

/** Fields of a block that are the profile's. */
const namesOf = (block: DossierBlock): readonly string[] =>
  dossierSpecs[block].fields.map(({ name }) => name).filter((name) => sharedFields.has(name));
const only = (answers: Answers, names: readonly string[]): Answers => Object.fromEntries(names.map((name) => [name, answers[name] ?? ""]));

/**
 * What a validated block says of the profile comes into force (EI-50), and leaves the draft: the form shows the profile's
 * own words again, but for what was typed since. Answers what is now in force. The caller has judged and holds both rows.
 */
export async function applyToProfile(tx: TxCtx, { profile, dossier }: OwnDossier, version: VersionRow): Promise<Answers> {
  const names = namesOf(version.block);
  const before = openAnswers(profile);
  if (names.length === 0) return before;
  const sent = openSealed(version.answersSealed, versionContext(version.id));
  const after = { ...before, ...only(sent, names) };
  await storeProfile(tx, profile, after);
  await tx.db
    .update(dossierVersions)
    .set({ formerSealed: sealAnswers(only(before, names), formerContext(version.id)) })
    .where(eq(dossierVersions.id, version.id));
  const typed = blockAnswers(dossierSpecs[version.block], formAnswers(profile, dossier));
  const draft = Object.entries(openDraft(dossier)).filter(([name]) => !names.includes(name) || !sameAnswer(typed[name], sent[name]));
  await storeDraft(tx, dossier.id, Object.fromEntries(draft));
  return after;
}

/**
 * Takes that back: the profile says what it said before, but for what was changed since, and what was sent is in the form
 * again, as it is in the version that waits. Answers what is now in force.
 */
export async function takeFromProfile(tx: TxCtx, { profile, dossier }: OwnDossier, version: VersionRow): Promise<Answers> {
  const names = namesOf(version.block);
  const now = openAnswers(profile);
  if (names.length === 0 || version.formerSealed === null) return now;
  const sent = openSealed(version.answersSealed, versionContext(version.id));
  const former = openSealed(version.formerSealed, formerContext(version.id));
  const untouched = names.filter((name) => sameAnswer(now[name], sent[name]));
  const after = { ...now, ...only(former, untouched) };
  await storeProfile(tx, profile, after);
  await tx.db.update(dossierVersions).set({ formerSealed: null }).where(eq(dossierVersions.id, version.id));
  await storeDraft(tx, dossier.id, { ...only(sent, names), ...openDraft(dossier) });
  return after;
}

async function storeProfile(tx: TxCtx, { id }: ProfileRow, { birthPlace, ...answers }: Answers): Promise<void> {
  const place = typeof birthPlace === "string" ? birthPlace : "";
  await tx.db
    .update(trainerProfiles)
    .set({ answers, birthPlaceSealed: place === "" ? null : seal(place, birthPlaceContext(id)), updatedAt: tx.now })
    .where(eq(trainerProfiles.id, id));
  await writeCvEntry(tx, id);
}
