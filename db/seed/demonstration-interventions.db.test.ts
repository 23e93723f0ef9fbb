import { expect, test } from "vitest";
import { interventions } from "@/db/schema/interventions";
import { inRolledBackTx } from "@/db/testing/rollback";
import { faultsOnScreen } from "@/lib/core/testing/typography";
import { listChangesToStudy, readChange } from "@/lib/trainers/change-requests/list-changes";
import { furnish, managerOf } from "@/lib/trainers/testing/ad-stage";
import { seedDemonstrationInterventions } from "./demonstration-interventions";
import { seedDemonstrationTrainers } from "./demonstration-trainers";

test("AD-08 EI-99 the demonstration has interventions for numbered trainers, and a change that waits; once only", () =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    expect(await seedDemonstrationInterventions(tx)).toBe(false);
    await seedDemonstrationTrainers(tx);
    expect(await seedDemonstrationInterventions(tx)).toBe(true);
    expect(await seedDemonstrationInterventions(tx)).toBe(false);
    const rows = await tx.db.select().from(interventions);
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.filter(({ startsOn }) => startsOn > "2026-11-21")).toHaveLength(1);
    expect(rows.flatMap(({ title }) => faultsOnScreen(title))).toEqual([]);
    const manager = await managerOf(tx, "054");
    const [waiting] = (await listChangesToStudy(manager, { query: "", direction: "asc", after: null })).changes;
    expect(waiting).toMatchObject({ name: "Claire Martin" });
    expect(await readChange(manager, waiting?.id ?? "")).toMatchObject({ wanted: "27 rue de la Fontaine" });
  }));
