import { and, eq } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { changeRequests } from "@/db/schema/interventions";
import { structures } from "@/db/schema/references";
import { audit } from "@/lib/audit/audit";
import { seal } from "@/lib/core/crypto";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { absent, ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { attachFile } from "@/lib/files/attach-file";
import { queueMail } from "@/lib/mail/queue-mail";
import { nameOf, textOf } from "../profile/rules";
import { problemOf } from "../profile/checks";
import { profileFields } from "../profile/fields.data";
import { lockOwnProfile, openAnswers, type ProfileRow } from "../profile/lock-profile";
import { sameAnswer } from "../profile/merge";
import { readLists } from "../profile/read-lists";
import { can } from "./policy";
import type { AskChangeInput } from "./schemas";
import { fromContext, toContext } from "./sealed-contexts";

/** "Demander une modification" of a locked field: one open demand per field; the home structure is told (EI-99). */
export function askChange(ctx: Ctx, { field, value, explanation, fileId }: AskChangeInput): Promise<{ changeId: string }> {
  return withTx(ctx, async (tx) => {
    const profile = await lockOwnProfile(tx);
    if (profile === null) throw absent();
    const spec = profileFields.get(field);
    ensure(can.ask(tx.actor, profile, spec));
    if (spec === undefined) throw absent();
    const answers = openAnswers(profile);
    if (sameAnswer(answers[field], value)) throw invalid("value", "C’est déjà ce qui est enregistré.");
    const problem = problemOf(spec, { ...answers, [field]: value }, { lists: await readLists(tx), now: tx.now });
    if (problem !== null) throw invalid("value", problem);
    await refuseSecond(tx, profile.id, field);
    if (fileId !== undefined) await attachFile(tx, { fileId, place: "change_proof" });
    const changeId = randomUUID();
    await tx.db.insert(changeRequests).values({
      id: changeId,
      profileId: profile.id,
      field,
      fromSealed: seal(textOf(answers, field), fromContext(changeId)),
      toSealed: seal(value, toContext(changeId)),
      explanation,
      fileId: fileId ?? null,
      createdAt: tx.now,
    });
    await audit(tx, {
      action: "trainer.change_asked",
      subject: { type: "change_request", id: changeId },
      accountId: profile.accountId,
      details: { field },
    });
    await tellStructure(tx, profile, changeId, spec.label);
    return { changeId };
  });
}

async function refuseSecond(tx: TxCtx, profileId: string, field: string): Promise<void> {
  const open = and(eq(changeRequests.profileId, profileId), eq(changeRequests.field, field), eq(changeRequests.state, "open"));
  if ((await tx.db.$count(changeRequests, open)) > 0)
    throw new Refusal("conflict", "Une demande attend déjà une réponse pour cette information : annulez-la pour en faire une autre.");
}

async function tellStructure(tx: TxCtx, profile: ProfileRow, changeId: string, field: string): Promise<void> {
  if (profile.homeStructureId === null) return;
  const [structure] = await tx.db
    .select({ address: structures.address })
    .from(structures)
    .where(eq(structures.id, profile.homeStructureId));
  if (structure === undefined) return;
  await queueMail(tx, "change-asked", {
    to: structure.address,
    cause: `change:${changeId}`,
    props: { trainer: nameOf(profile.answers), field, changeId },
    secrets: {},
  });
}

const invalid = (field: string, message: string) => new Refusal("invalid", "Cette réponse est à corriger.", { [field]: [message] });
