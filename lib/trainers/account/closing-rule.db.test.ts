import { expect, test } from "vitest";
import { interventions } from "@/db/schema/interventions";
import { inRolledBackTx } from "@/db/testing/rollback";
import { furnish, structureOf } from "../testing/ad-stage";
import { aTrainer } from "../testing/profile-stage";
import { workedTrainer } from "./closing-rule";

test("MC-30 EI-50 who has worked for the institution cannot close the account from Mon Compte, and reads whom to write to", () =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const numbered = await aTrainer(tx, { immatriculation: "054-0012" });
    expect(await workedTrainer(tx, numbered.accountId)).toMatch(/contrats.*écrivez à \S+@\S+\.$/u);
    const taught = await aTrainer(tx, { firstName: "Awa" });
    expect(await workedTrainer(tx, taught.accountId)).toBeNull();
    const structureId = await structureOf(tx, "054");
    const days = { startsOn: "2026-03-02", endsOn: "2026-03-03" };
    await tx.db.insert(interventions).values({ profileId: taught.profileId, structureId, reference: "S-1", title: "Budget", ...days });
    expect(await workedTrainer(tx, taught.accountId)).toContain("contrats");
  }));
