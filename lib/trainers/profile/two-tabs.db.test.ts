import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { trainerProfiles } from "@/db/schema/trainers";
import { onCommittedCopy, testCtx } from "@/db/testing/rollback";
import type { Ctx } from "@/lib/core/ctx";
import { furnish } from "../testing/ad-stage";
import { aTrainer } from "../testing/profile-stage";
import { readOwnCv } from "./read-own-cv";
import { saveAnswers } from "./save-answers";
import { saveAnswersInput } from "./schemas";
import { submitProfile } from "./submit-profile";

const change = (field: string, from: string, to: string) => saveAnswersInput.parse({ changes: [{ field, from, to }] });

async function withTrainer(name: string, story: (me: Ctx) => Promise<void>): Promise<void> {
  await onCommittedCopy(name, async (db) => {
    const base = testCtx(db);
    await furnish(base);
    const { ctx } = await aTrainer(base, { state: "draft" });
    await story(ctx);
  });
}

test("EI-31 answers to different questions that leave at the same moment are all kept", () =>
  withTrainer("tabs_fields", async (me) => {
    const fields = ["street", "city", "postcode", "addressBox", "addressBuilding", "personalPhone"];
    const { answers } = await readOwnCv(me);
    await Promise.all(fields.map((field) => saveAnswers(me, change(field, String(answers[field] ?? ""), `Nouveau ${field}`))));
    expect((await readOwnCv(me)).answers).toMatchObject(Object.fromEntries(fields.map((field) => [field, `Nouveau ${field}`])));
  }));

test("EI-31 of answers to one question that leave at the same moment one is kept, and the other tabs are told which", () =>
  withTrainer("tabs_one", async (me) => {
    const saved = await Promise.all(["Colmar", "Metz", "Nancy", "Dole"].map((city) => saveAnswers(me, change("city", "Strasbourg", city))));
    const { city } = (await readOwnCv(me)).answers;
    expect(["Colmar", "Metz", "Nancy", "Dole"]).toContain(city);
    expect(saved.filter(({ conflicts }) => conflicts.length === 0)).toHaveLength(1);
    expect(saved.flatMap(({ conflicts }) => conflicts)).toEqual(Array.from({ length: 3 }, () => ({ field: "city", theirs: city })));
  }));

test("EI-31 EI-32 what is typed while the profile leaves is kept before it, or refused after it", () =>
  withTrainer("tabs_sending", async (me) => {
    const [sent, ...typed] = await Promise.allSettled([
      submitProfile(me),
      ...["street", "city", "addressBox"].map(async (field) => {
        const before = (await readOwnCv(me)).answers[field] ?? "";
        await saveAnswers(me, change(field, String(before), "Colmar"));
        return field;
      }),
    ]);
    expect(sent).toMatchObject({ status: "fulfilled" });
    const { state, answers } = await readOwnCv(me);
    expect(state).toBe("submitted");
    for (const one of typed) {
      if (one.status === "fulfilled") expect(answers[one.value]).toBe("Colmar");
      else expect(one.reason).toMatchObject({ code: "conflict" });
    }
  }));

test("EI-31 TR-30 a birth place typed beside another answer stays sealed, and neither takes the other away", () =>
  withTrainer("tabs_sealed", async (me) => {
    await Promise.all([
      saveAnswers(me, change("birthPlace", "Toulouse", "Sainte-Marie-aux-Mines")),
      saveAnswers(me, change("city", "Strasbourg", "Colmar")),
    ]);
    expect((await readOwnCv(me)).answers).toMatchObject({ birthPlace: "Sainte-Marie-aux-Mines", city: "Colmar" });
    const actor = me.actor.kind === "account" ? me.actor.accountId : "";
    const [row] = await me.db.select().from(trainerProfiles).where(eq(trainerProfiles.accountId, actor));
    expect(JSON.stringify(row)).not.toContain("Sainte-Marie");
  }));
