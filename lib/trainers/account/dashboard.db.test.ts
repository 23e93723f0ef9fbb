import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { adApplications } from "@/db/schema/ad-applications";
import { unavailabilities } from "@/db/schema/cv-library";
import { interventions } from "@/db/schema/interventions";
import { inRolledBackTx } from "@/db/testing/rollback";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { aPublishedAd, furnish, managerOf, structureOf } from "../testing/ad-stage";
import { aTrainer, type StagedTrainer } from "../testing/profile-stage";
import { listOwnInterventions } from "./list-own-interventions";
import { readStanding } from "./read-standing";
import { suggestAds } from "./suggest-ads";

const staged = <Result>(story: (tx: TxCtx, trainer: StagedTrainer, manager: Ctx) => Promise<Result>) =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const trainer = await aTrainer(tx);
    return story(tx, trainer, await managerOf(tx, "054"));
  });

test("EI-51 EI-95 open ads of one’s specialties and regions are suggested, with why in words", () =>
  staged(async (_tx, trainer, manager) => {
    const { number } = await aPublishedAd(manager, { startsOn: "02/03/2027", endsOn: "03/03/2027" });
    await aPublishedAd(manager, { specialties: ["B7A"], title: "Cuisine" });
    const [only, ...others] = await suggestAds(trainer.ctx);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ number, title: "Élaborer un budget communal" });
    expect(only?.why).toBe("spécialité A3A, Grand Est, disponible en mars");
  }));

test("EI-51 EI-95 no ad is suggested while one is away for all of it, once it was answered, nor after its deadline", () =>
  staged(async (tx, trainer, manager) => {
    const { adId } = await aPublishedAd(manager, { startsOn: "02/03/2027", endsOn: "03/03/2027" });
    const away = { profileId: trainer.profileId, startsOn: "2027-03-01", endsOn: "2027-03-05" };
    await tx.db.insert(unavailabilities).values(away);
    expect(await suggestAds(trainer.ctx)).toEqual([]);
    await tx.db.delete(unavailabilities).where(eq(unavailabilities.profileId, trainer.profileId));
    expect(await suggestAds(trainer.ctx)).toHaveLength(1);
    expect(await suggestAds({ ...trainer.ctx, now: new Date("2027-02-01T09:00:00Z") })).toEqual([]);
    const applied = { adId, profileId: trainer.profileId, appliedAt: tx.now, sentAt: tx.now, lastActionAt: tx.now };
    await tx.db.insert(adApplications).values({ ...applied, state: "sent" });
    expect(await suggestAds(trainer.ctx)).toEqual([]);
  }));

test("EI-51 who has no validated profile is suggested nothing", () =>
  staged(async (tx, _trainer, manager) => {
    await aPublishedAd(manager);
    const draft = await aTrainer(tx, { state: "draft", firstName: "Awa" });
    expect(await suggestAds(draft.ctx)).toEqual([]);
    expect(await suggestAds({ ...tx, actor: { kind: "visitor" } })).toEqual([]);
  }));

test("EI-42 the menu follows how far one’s profile is", () =>
  staged(async (tx, trainer, manager) => {
    const draft = await aTrainer(tx, { state: "draft", firstName: "Awa" });
    expect(await readStanding(trainer.ctx)).toBe("validated");
    expect(await readStanding(draft.ctx)).toBe("draft");
    expect(await readStanding(manager)).toBe("none");
    expect(await readStanding({ ...tx, actor: { kind: "visitor" } })).toBe("visitor");
  }));

test("EI-52 who has worked reads their own interventions, and nobody else’s", () =>
  staged(async (tx, trainer) => {
    const other = await aTrainer(tx, { firstName: "Awa" });
    const structureId = await structureOf(tx, "054");
    const taught = { structureId, title: "Budget communal", startsOn: "2026-03-02", endsOn: "2026-03-03", hours: 12 };
    await tx.db.insert(interventions).values([
      { ...taught, profileId: trainer.profileId, reference: "A-1" },
      { ...taught, profileId: other.profileId, reference: "A-2" },
    ]);
    expect(await listOwnInterventions(trainer.ctx)).toMatchObject([{ reference: "A-1", structure: "Délégation Grand Est", hours: 12 }]);
  }));
