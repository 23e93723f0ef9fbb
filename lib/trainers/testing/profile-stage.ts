import { eq } from "drizzle-orm";
import { profileLines, profileRequests, trainerProfiles } from "@/db/schema/trainers";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { seal } from "@/lib/core/crypto";
import type { Ctx, SignedIn, TxCtx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import { identityKey } from "../profile/identity-key";
import { birthPlaceContext } from "../profile/lock-profile";
import type { Answers, LineKind, ProfileState } from "../profile/vocabulary";
import { writeCvEntry } from "../profile/write-cv-entry";
import { structureOf } from "./ad-stage";
import { wholeAnswers, wholeLines } from "./whole-profile.data";

interface NewTrainer {
  readonly state?: ProfileState;
  /** Code of the home structure; "054" unless told. */
  readonly structure?: string;
  readonly answers?: Answers;
  readonly lines?: readonly { readonly kind: LineKind; readonly answers: Answers }[];
  readonly immatriculation?: string;
  readonly firstName?: string;
  readonly lastName?: string;
}

export interface StagedTrainer {
  readonly profileId: string;
  readonly accountId: string;
  readonly address: string;
  /** The request under way, for a submitted one. */
  readonly requestId: string | null;
  /** A context in which this person acts. */
  readonly ctx: Ctx;
}

/** Stores a trainer with a whole profile in the state that the story needs. Call `furnish` (ad-stage.ts) first. */
export function aTrainer(ctx: Ctx, over: NewTrainer = {}): Promise<StagedTrainer> {
  return withTx(ctx, async (tx) => {
    const { state = "validated", structure = "054", firstName = "Camille", lastName = "Durand" } = over;
    const actor = await makeSignedIn(tx, { firstName, lastName });
    const homeStructureId = await structureOf(tx, structure);
    const profileId = await storeProfile(tx, actor, { ...over, state, firstName, lastName, homeStructureId });
    if (state === "validated") await writeCvEntry(tx, profileId);
    const requestId = state === "submitted" ? await storeRequest(tx, profileId, homeStructureId) : null;
    return { profileId, accountId: actor.accountId, address: actor.address, requestId, ctx: { ...ctx, actor } };
  });
}

async function storeProfile(
  tx: TxCtx,
  actor: SignedIn,
  over: NewTrainer & { readonly state: ProfileState; readonly homeStructureId: string },
): Promise<string> {
  const { state, homeStructureId, firstName = "", lastName = "", immatriculation = null } = over;
  const answers = { ...wholeAnswers(homeStructureId), firstName, lastName, ...over.answers };
  const key = identityKey({ civility: "mme", firstName, lastName, bornOn: actor.accountId });
  const [profile] = await tx.db
    .insert(trainerProfiles)
    .values({
      accountId: actor.accountId,
      state,
      answers,
      homeStructureId,
      identityKey: key,
      immatriculation,
      createdAt: tx.now,
      updatedAt: tx.now,
      validatedAt: state === "validated" ? tx.now : null,
    })
    .returning({ id: trainerProfiles.id });
  if (profile === undefined) throw new Error("profile not stored");
  const birthPlaceSealed = seal("Toulouse", birthPlaceContext(profile.id));
  await tx.db.update(trainerProfiles).set({ birthPlaceSealed }).where(eq(trainerProfiles.id, profile.id));
  const lines = over.lines ?? wholeLines;
  if (lines.length > 0)
    await tx.db
      .insert(profileLines)
      .values(lines.map((line) => ({ ...line, profileId: profile.id, createdAt: tx.now, updatedAt: tx.now })));
  return profile.id;
}

async function storeRequest(tx: TxCtx, profileId: string, structureId: string): Promise<string> {
  const [request] = await tx.db
    .insert(profileRequests)
    .values({ profileId, structureId, submittedAt: tx.now, sentAt: tx.now })
    .returning({ id: profileRequests.id });
  if (request === undefined) throw new Error("request not stored");
  return request.id;
}
