import { eq } from "drizzle-orm";
import { changeRequests } from "@/db/schema/interventions";
import { structures } from "@/db/schema/references";
import { trainerProfiles } from "@/db/schema/trainers";
import { addressesFor } from "@/lib/accounts/addresses/addresses-for";
import { audit } from "@/lib/audit/audit";
import { openText, seal } from "@/lib/core/crypto";
import { accountIdOf, type Ctx, type TxCtx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { queueMail } from "@/lib/mail/queue-mail";
import { countCompleteOf } from "../dossier/count-complete";
import { asksForPapers } from "../dossier/needs.data";
import { textOf } from "../profile/rules";
import { profileFields } from "../profile/fields.data";
import { identityFields, identityOf } from "../profile/identity-of";
import { birthPlaceContext, type ProfileRow } from "../profile/lock-profile";
import { writeCvEntry } from "../profile/write-cv-entry";
import { type ChangeRow, lockChange } from "./lock-change";
import { can } from "./policy";
import type { ChangeInput, RefuseChangeInput } from "./schemas";
import { toContext } from "./sealed-contexts";

/** Writes what the trainer asked into the profile, and tells them (EI-99). Two decisions make one. */
export const acceptChange = (ctx: Ctx, { changeId }: ChangeInput): Promise<void> =>
  decide(ctx, changeId, { state: "accepted", reason: null });

/** Leaves the profile as it is, and tells the trainer why (EI-99). */
export const refuseChange = (ctx: Ctx, { changeId, reason }: RefuseChangeInput): Promise<void> =>
  decide(ctx, changeId, { state: "refused", reason });

interface Decision {
  readonly state: "accepted" | "refused";
  readonly reason: string | null;
}

function decide(ctx: Ctx, changeId: string, { state, reason }: Decision): Promise<void> {
  return withTx(ctx, async (tx) => {
    const { change, profile, decider } = await lockChange(tx, changeId);
    ensure(can.decide(tx.actor, profile, { ...change, decidedBy: decider }));
    await tx.db
      .update(changeRequests)
      .set({ state, reason, decidedAt: tx.now, decidedBy: accountIdOf(tx.actor) })
      .where(eq(changeRequests.id, changeId));
    if (state === "accepted") await writeAnswer(tx, profile, change);
    await audit(tx, {
      action: state === "accepted" ? "trainer.change_accepted" : "trainer.change_refused",
      subject: { type: "change_request", id: changeId },
      accountId: profile.accountId,
      details: { field: change.field },
    });
    await tellTrainer(tx, profile, change, { state, reason });
  });
}

async function writeAnswer(tx: TxCtx, profile: ProfileRow, { id, field, toSealed }: ChangeRow): Promise<void> {
  const value = openText(toSealed, toContext(id));
  const answers = { ...profile.answers, [field]: value };
  const written =
    field === "birthPlace"
      ? { birthPlaceSealed: value === "" ? null : seal(value, birthPlaceContext(profile.id)) }
      : { answers, ...(identityFields.includes(field) && (await identityOf(tx, profile, answers))) };
  await tx.db
    .update(trainerProfiles)
    .set({ ...written, updatedAt: tx.now })
    .where(eq(trainerProfiles.id, profile.id));
  await writeCvEntry(tx, profile.id);
  if (asksForPapers([field])) await countCompleteOf(tx, profile.id, answers);
}

async function tellTrainer(tx: TxCtx, profile: ProfileRow, change: ChangeRow, { state, reason }: Decision): Promise<void> {
  const [structure] =
    profile.homeStructureId === null
      ? []
      : await tx.db.select({ name: structures.name }).from(structures).where(eq(structures.id, profile.homeStructureId));
  for (const to of await addressesFor(tx, profile.accountId, "account"))
    await queueMail(tx, "change-decided", {
      to,
      accountId: profile.accountId,
      cause: `change:${change.id}:decided`,
      props: {
        firstName: textOf(profile.answers, "firstName"),
        field: profileFields.get(change.field)?.label ?? change.field,
        structure: structure?.name ?? "",
        accepted: state === "accepted",
        reason: reason ?? "",
      },
      secrets: {},
    });
}
