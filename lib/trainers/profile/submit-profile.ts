import { and, eq, inArray, sql } from "drizzle-orm";
import { profileEvents, profileLines, profileRequests, trainerProfiles } from "@/db/schema/trainers";
import { structures } from "@/db/schema/references";
import { addressesFor } from "@/lib/accounts/addresses/addresses-for";
import { audit } from "@/lib/audit/audit";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { env } from "@/lib/core/env";
import { longDay, parisDay } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { absent, ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { queueMail } from "@/lib/mail/queue-mail";
import { toDoOf } from "./completeness";
import { mustWait, nameOf, textOf } from "./rules";
import { identityOf } from "./identity-of";
import { lockOwnProfile, openAnswers, type ProfileRow } from "./lock-profile";
import { can } from "./policy";
import { readLists } from "./read-lists";
import type { Answers } from "./vocabulary";

/**
 * "Enregistrer et transmettre ma demande d’inscription" (EI-32): the whole profile is judged, then it leaves in one
 * transaction and is read-only until the decision. Sent again after a demand for more, it is the same request (EI-41).
 */
export function submitProfile(ctx: Ctx): Promise<{ requestId: string }> {
  return withTx(ctx, async (tx) => {
    const profile = await lockOwnProfile(tx);
    if (profile === null) throw absent();
    ensure(can.edit(tx.actor, profile));
    ensureMaySend(profile, tx.now);
    const answers = openAnswers(profile);
    await refuseIncomplete(tx, profile.id, answers);
    const structureId = textOf(answers, "homeStructure");
    await tx.db
      .update(trainerProfiles)
      .set({ state: "submitted", homeStructureId: structureId, updatedAt: tx.now, ...(await identityOf(tx, profile, answers)) })
      .where(eq(trainerProfiles.id, profile.id));
    const { requestId, again } = await openRequest(tx, profile.id, structureId);
    await tx.db
      .insert(profileEvents)
      .values({ profileId: profile.id, requestId, kind: again ? "resubmitted" : "submitted", at: tx.now, actorId: profile.accountId });
    await tell(tx, { requestId, structureId, again, candidate: nameOf(answers) });
    await audit(tx, {
      action: "trainer.profile_submitted",
      subject: { type: "profile_request", id: requestId },
      accountId: profile.accountId,
      details: { again },
    });
    return { requestId };
  });
}

function ensureMaySend(profile: ProfileRow, now: Date): void {
  const { state } = profile;
  if (state === "validated") throw new Refusal("conflict", "Votre profil est déjà validé : vos modifications sont enregistrées.");
  if (!mustWait(profile, now)) return;
  // Without a rejection of their own, the wait came with the address: it may be somebody else's.
  const why = state === "draft" ? "Une demande faite avec votre adresse a déjà été étudiée." : "Votre demande n’a pas été retenue.";
  throw new Refusal("conflict", `${why} Vous pourrez en présenter une nouvelle à partir du ${longDay(parisDay(profile.mayRequestFrom))}.`);
}

async function refuseIncomplete(tx: TxCtx, profileId: string, answers: Answers): Promise<void> {
  const [lists, lines] = await Promise.all([
    readLists(tx),
    tx.db
      .select({ id: profileLines.id, kind: profileLines.kind, answers: profileLines.answers })
      .from(profileLines)
      .where(eq(profileLines.profileId, profileId)),
  ]);
  const toDo = toDoOf({ answers, lines }, { lists, now: tx.now });
  if (toDo.length === 0) return;
  const errors: Record<string, string[]> = {};
  for (const { target, message, label } of toDo) {
    if ("field" in target) errors[target.field] = [message];
    else (errors[""] ??= []).push(`${label} : ${message}`);
  }
  throw new Refusal(
    "invalid",
    `Il reste ${toDo.length > 1 ? `${toDo.length} réponses` : "une réponse"} à compléter avant de transmettre.`,
    errors,
  );
}

async function openRequest(tx: TxCtx, profileId: string, structureId: string): Promise<{ requestId: string; again: boolean }> {
  const [again] = await tx.db
    .update(profileRequests)
    .set({ state: "submitted", sentAt: tx.now, structureId, version: sql`${profileRequests.version} + 1` })
    .where(and(eq(profileRequests.profileId, profileId), inArray(profileRequests.state, ["correction"])))
    .returning({ id: profileRequests.id });
  if (again !== undefined) return { requestId: again.id, again: true };
  const [request] = await tx.db
    .insert(profileRequests)
    .values({ profileId, structureId, submittedAt: tx.now, sentAt: tx.now })
    .returning({ id: profileRequests.id });
  if (request === undefined) throw new Error("request not stored");
  return { requestId: request.id, again: false };
}

interface Sent {
  readonly requestId: string;
  readonly structureId: string;
  readonly again: boolean;
  readonly candidate: string;
}

/** A receipt to the person, and the request to the structure. */
async function tell(tx: TxCtx, { requestId, structureId, again, candidate }: Sent): Promise<void> {
  const [structure] = await tx.db
    .select({ name: structures.name, address: structures.address })
    .from(structures)
    .where(eq(structures.id, structureId));
  if (tx.actor.kind !== "account" || structure === undefined) return;
  const cause = `request ${requestId} ${tx.now.toISOString()}`;
  const { accountId, firstName } = tx.actor;
  for (const to of await addressesFor(tx, accountId, "account"))
    await queueMail(tx, "request-sent", { to, accountId, cause, props: { firstName, structure: structure.name, again }, secrets: {} });
  const url = new URL(paths.manage.request(requestId), env.APP_URL).href;
  await queueMail(tx, "request-received", {
    to: structure.address,
    cause,
    props: { candidate, structure: structure.name, again, url },
    secrets: {},
  });
}
