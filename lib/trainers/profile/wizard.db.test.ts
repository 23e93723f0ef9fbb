import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { auditLog, mails } from "@/db/schema/platform";
import { profileEvents, profileLines, profileRequests, trainerProfiles } from "@/db/schema/trainers";
import { cvEntries } from "@/db/schema/cv-library";
import { structures } from "@/db/schema/references";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx, onCommittedCopy, testCtx } from "@/db/testing/rollback";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { aPublishedAd, furnish, managerOf, structureOf } from "../testing/ad-stage";
import { aTrainer } from "../testing/profile-stage";
import { wholeAnswers, wholeLines } from "../testing/whole-profile.data";
import { ensureProfile } from "./ensure-profile";
import { addLine, removeLine } from "./lines";
import { readOwnCv, readOwnLine } from "./read-own-cv";
import { saveAnswers } from "./save-answers";
import { savePage } from "./save-page";
import { saveAnswersInput, savePageInput } from "./schemas";
import { submitProfile } from "./submit-profile";
import type { Answers } from "./vocabulary";

async function aCandidate(tx: TxCtx): Promise<Ctx> {
  await furnish(tx);
  return { ...tx, actor: await makeSignedIn(tx) };
}

/** Fills a profile as the wizard does: field by field, line by line. */
async function fill(me: Ctx, over: Answers = {}): Promise<void> {
  const answers: Answers = { ...wholeAnswers(await structureOf(me, "054")), birthPlace: "Toulouse", ...over };
  const { answers: known } = await readOwnCv(me);
  const changes = Object.entries(answers).map(([field, to]) => ({ field, from: known[field] ?? "", to }));
  await saveAnswers(me, saveAnswersInput.parse({ changes }));
  for (const { kind, answers: line } of wholeLines) {
    const { lineId } = await addLine(me, { kind });
    await saveAnswers(
      me,
      saveAnswersInput.parse({ lineId, changes: Object.entries(line).map(([field, to]) => ({ field, from: "", to })) }),
    );
  }
}

const one = (field: string, from: string, to: string) => saveAnswersInput.parse({ changes: [{ field, from, to }] });

describe("EI-31 saving never validates", () => {
  test("EI-31 the first answer makes the profile from the account; what is wrong is kept as it was typed", () =>
    inRolledBackTx(async (tx) => {
      const me = await aCandidate(tx);
      expect(await readOwnCv(me)).toMatchObject({ profileId: null, answers: { firstName: "Camille", lastName: "Durand", country: "FR" } });
      await saveAnswers(me, one("bornOn", "", "31/02/1980"));
      expect(await readOwnCv(me)).toMatchObject({ state: "draft", answers: { bornOn: "31/02/1980", firstName: "Camille" } });
      const events = await tx.db.select({ kind: profileEvents.kind }).from(profileEvents);
      expect(events).toEqual([{ kind: "created" }]);
    }));

  test("EI-31 TR-30 the birth place comes back to its owner, and is not readable in the database", () =>
    inRolledBackTx(async (tx) => {
      const me = await aCandidate(tx);
      await saveAnswers(me, one("birthPlace", "", "Sainte-Marie-aux-Mines"));
      expect((await readOwnCv(me)).answers["birthPlace"]).toBe("Sainte-Marie-aux-Mines");
      const [row] = await tx.db.select().from(trainerProfiles);
      expect(JSON.stringify(row)).not.toContain("Sainte-Marie");
      await saveAnswers(me, one("birthPlace", "Sainte-Marie-aux-Mines", ""));
      expect((await readOwnCv(me)).answers["birthPlace"] ?? "").toBe("");
    }));

  test("EI-31 a tab that does not know of the other’s change is told, and its other fields are kept", () =>
    inRolledBackTx(async (tx) => {
      const me = await aCandidate(tx);
      await saveAnswers(me, one("city", "", "Strasbourg"));
      const { conflicts } = await saveAnswers(
        me,
        saveAnswersInput.parse({
          changes: [
            { field: "city", from: "", to: "Colmar" },
            { field: "street", from: "", to: "rue Haute" },
          ],
        }),
      );
      expect(conflicts).toEqual([{ field: "city", theirs: "Strasbourg" }]);
      expect((await readOwnCv(me)).answers).toMatchObject({ city: "Strasbourg", street: "rue Haute" });
    }));

  test("EI-31 an unknown field, another person’s line or an address that is none write nothing", () =>
    inRolledBackTx(async (tx) => {
      const me = await aCandidate(tx);
      const other = await aTrainer(tx, { state: "draft" });
      const { lines } = await readOwnCv(other.ctx);
      const lineId = lines[0]?.id ?? "";
      const change = [{ field: "jobTitle", from: "", to: "Intrus" }];
      await expect(saveAnswers(me, one("isAdmin", "", "yes"))).rejects.toMatchObject({ code: "invalid" });
      await expect(saveAnswers(me, saveAnswersInput.parse({ lineId, changes: change }))).rejects.toMatchObject({ code: "absent" });
      await expect(readOwnLine(me, lineId)).rejects.toMatchObject({ code: "absent" });
      await expect(removeLine(me, { lineId })).rejects.toMatchObject({ code: "absent" });
      await expect(readOwnLine(me, "nowhere")).rejects.toMatchObject({ code: "absent" });
    }));

  test("EI-31 control characters pasted from elsewhere are taken out, the rest of the text stays", () => {
    const [change] = saveAnswersInput.parse({
      changes: [{ field: "motivation", from: "", to: "Trans\u0000mettre\r\nmon métier 😀" }],
    }).changes;
    expect(change?.to).toBe("Transmettre\nmon métier 😀");
  });
});

describe("EI-29 lines", () => {
  test("EI-29 a line left empty is taken up again rather than piled up; a filled one makes room for another", () =>
    inRolledBackTx(async (tx) => {
      const me = await aCandidate(tx);
      const first = await addLine(me, { kind: "language" });
      expect(await addLine(me, { kind: "language" })).toEqual(first);
      await saveAnswers(me, saveAnswersInput.parse({ lineId: first.lineId, changes: [{ field: "language", from: "", to: "Alsacien" }] }));
      expect(await addLine(me, { kind: "language" })).not.toEqual(first);
      await removeLine(me, first);
      expect((await readOwnCv(me)).lines.map(({ answers }) => answers)).toEqual([{}]);
    }));

  test("EI-29 500 lines of experience are refused at the two hundred and first, with what to do", () =>
    inRolledBackTx(async (tx) => {
      const me = await aCandidate(tx);
      await addLine(me, { kind: "work" });
      const [profile] = await tx.db.select().from(trainerProfiles);
      const filled = { kind: "work" as const, profileId: profile?.id ?? "", answers: { employer: "Colmar" }, updatedAt: tx.now };
      await tx.db.delete(profileLines);
      await tx.db.insert(profileLines).values(Array.from({ length: 200 }, () => filled));
      await expect(addLine(me, { kind: "work" })).rejects.toMatchObject({
        code: "conflict",
        message: expect.stringContaining("200 lignes"),
      });
    }));
});

describe("EI-32 sending", () => {
  test("EI-32 an incomplete profile does not leave; each missing answer is said at its field", () =>
    inRolledBackTx(async (tx) => {
      const me = await aCandidate(tx);
      await fill(me, { bornOn: "31/02/1980", homeStructure: "" });
      await expect(submitProfile(me)).rejects.toMatchObject({
        code: "invalid",
        fieldErrors: { bornOn: [expect.stringContaining("n’existe pas")], homeStructure: ["Choisissez votre structure de rattachement."] },
      });
      expect((await readOwnCv(me)).state).toBe("draft");
    }));

  test("EI-32 a whole profile leaves for its structure, is read-only, and the person gets a receipt", () =>
    inRolledBackTx(async (tx) => {
      const me = await aCandidate(tx);
      await fill(me);
      const { requestId } = await submitProfile(me);
      const [request] = await tx.db.select().from(profileRequests);
      expect(request).toMatchObject({ id: requestId, state: "submitted", structureId: await structureOf(tx, "054") });
      expect((await readOwnCv(me)).state).toBe("submitted");
      await expect(saveAnswers(me, one("city", "Strasbourg", "Colmar"))).rejects.toMatchObject({ code: "conflict" });
      await expect(addLine(me, { kind: "language" })).rejects.toMatchObject({ code: "conflict" });
      await expect(submitProfile(me)).rejects.toMatchObject({ code: "conflict" });
      const kinds = (await tx.db.select({ kind: mails.kind }).from(mails)).map(({ kind }) => kind);
      expect(kinds.sort()).toEqual(["request-received", "request-sent"]);
      const lines = await tx.db.select({ action: auditLog.action }).from(auditLog).where(eq(auditLog.action, "trainer.profile_submitted"));
      expect(lines).toHaveLength(1);
    }));

  test("EI-40 after a rejection one may send again from the date that was said, not before", () =>
    inRolledBackTx(async (tx) => {
      const me = await aCandidate(tx);
      await fill(me);
      await tx.db.update(trainerProfiles).set({ state: "rejected", mayRequestFrom: new Date("2027-11-21T09:00:00Z") });
      const early = { ...me, now: new Date("2027-11-20T22:30:00Z") };
      await expect(submitProfile(early)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("21 novembre 2027") });
      // The day that was said counts from midnight, in Paris.
      const later = { ...me, now: new Date("2027-11-20T23:30:00Z") };
      await expect(submitProfile(later)).resolves.toMatchObject({ requestId: expect.any(String) });
    }));

  test("EI-41 sent again after a demand for more, it is the same request", () =>
    inRolledBackTx(async (tx) => {
      const me = await aCandidate(tx);
      await fill(me);
      const { requestId } = await submitProfile(me);
      await tx.db.update(profileRequests).set({ state: "correction" });
      await tx.db.update(trainerProfiles).set({ state: "draft" });
      await saveAnswers(me, one("city", "Strasbourg", "Colmar"));
      expect(await submitProfile({ ...me, now: new Date("2026-11-22T09:00:00Z") })).toEqual({ requestId });
      expect((await tx.db.select({ kind: profileEvents.kind }).from(profileEvents)).map(({ kind }) => kind)).toContain("resubmitted");
    }));

  test("EI-22 a homonym is not refused when the profile is sent: it is told apart for who studies it", () =>
    inRolledBackTx(async (tx) => {
      const me = await aCandidate(tx);
      await fill(me);
      await submitProfile(me);
      const twin = { ...tx, actor: await makeSignedIn(tx, { firstName: "CAMILLE" }) };
      await fill(twin, { firstName: "CAMILLE" });
      await submitProfile(twin);
      const ranks = await tx.db.select({ homonym: trainerProfiles.homonym, key: trainerProfiles.identityKey }).from(trainerProfiles);
      expect(new Set(ranks.map(({ key }) => key)).size).toBe(1);
      expect(ranks.map(({ homonym }) => homonym).toSorted((one, other) => one - other)).toEqual([0, 1]);
    }));

  test("EI-32 two tabs that send at the same moment make one request", async () => {
    await onCommittedCopy("wizard_race", async (db) => {
      const base = testCtx(db);
      await furnish(base);
      const me: Ctx = { ...base, actor: await makeSignedIn(base) };
      await fill(me);
      const outcomes = await Promise.allSettled([submitProfile(me), submitProfile(me), submitProfile(me)]);
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await db.select({ id: profileRequests.id }).from(profileRequests)).toHaveLength(1);
    });
  });

  test("EI-31 two devices that write the first answer at the same moment make one profile, with both answers", async () => {
    await onCommittedCopy("wizard_first", async (db) => {
      const base = testCtx(db);
      await furnish(base);
      const me: Ctx = { ...base, actor: await makeSignedIn(base) };
      await Promise.all([
        saveAnswers(me, one("city", "", "Colmar")),
        saveAnswers(me, one("street", "", "rue Haute")),
        saveAnswers(me, one("postcode", "", "68000")),
      ]);
      expect(await db.select({ id: trainerProfiles.id }).from(trainerProfiles)).toHaveLength(1);
      expect((await readOwnCv(me)).answers).toMatchObject({ city: "Colmar", street: "rue Haute", postcode: "68000" });
    });
  });
});

describe("EI-26 where one works, and for whom", () => {
  test("EI-26 EI-13 who comes from an ad has its structure, and does not change it while it is in service; another chooses", () =>
    inRolledBackTx(async (tx) => {
      const me = await aCandidate(tx);
      const { adId } = await aPublishedAd(await managerOf(tx, "054"));
      const [mine, other] = [await structureOf(tx, "054"), await structureOf(tx, "075")];
      await ensureProfile({ ...tx, actor: me.actor }, { adId, structureId: mine });
      expect((await readOwnCv(me)).answers["homeStructure"]).toBe(mine);
      await expect(saveAnswers(me, one("homeStructure", mine, other))).rejects.toMatchObject({ code: "forbidden" });
      await tx.db.update(structures).set({ active: false }).where(eq(structures.id, mine));
      await saveAnswers(me, one("homeStructure", mine, other));
      const free = { ...tx, actor: await makeSignedIn(tx, { firstName: "Paul" }) };
      await saveAnswers(free, one("homeStructure", "", other));
      expect((await readOwnCv(free)).answers["homeStructure"]).toBe(other);
    }));

  test("EI-26 a region is asked for; a department may narrow it, and none is the whole region", () =>
    inRolledBackTx(async (tx) => {
      const me = await aCandidate(tx);
      await fill(me, { regions: [] });
      await expect(submitProfile(me)).rejects.toMatchObject({ fieldErrors: { regions: ["Choisissez au moins une région."] } });
      await saveAnswers(
        me,
        saveAnswersInput.parse({
          changes: [
            { field: "regions", from: [], to: ["44"] },
            { field: "departments", from: [], to: ["67"] },
          ],
        }),
      );
      await expect(submitProfile(me)).resolves.toMatchObject({ requestId: expect.any(String) });
    }));
});

describe("EI-31 a page posted whole, as without JavaScript", () => {
  const post = (me: Ctx, seen: Answers, typed: Record<string, string | string[]>, then = "stay") =>
    savePage(me, savePageInput.parse({ page: "identification", seen: JSON.stringify(seen), then, ...typed }));

  test("EI-31 only what changed since the page was shown is written; boxes that are not ticked any more count as emptied", () =>
    inRolledBackTx(async (tx) => {
      const me = await aCandidate(tx);
      await saveAnswers(
        me,
        saveAnswersInput.parse({
          changes: [
            { field: "regions", from: [], to: ["44"] },
            { field: "city", from: "", to: "Colmar" },
          ],
        }),
      );
      await post(me, { regions: ["44"], city: "Colmar", street: "" }, { city: "Colmar", street: "rue Haute" });
      expect((await readOwnCv(me)).answers).toMatchObject({ regions: "", city: "Colmar", street: "rue Haute" });
    }));

  test("EI-31 what another tab changed is said at its field; the rest of the page is saved", () =>
    inRolledBackTx(async (tx) => {
      const me = await aCandidate(tx);
      await saveAnswers(me, one("city", "", "Colmar"));
      await expect(post(me, { city: "", street: "" }, { city: "Metz", street: "rue Haute" })).rejects.toMatchObject({
        code: "conflict",
        fieldErrors: { city: [expect.stringMatching(/«\u00A0Colmar\u00A0»/u)] },
      });
      expect((await readOwnCv(me)).answers).toMatchObject({ city: "Colmar", street: "rue Haute" });
    }));

  test("EI-32 sending from the page saves first: an incomplete profile keeps what was typed", () =>
    inRolledBackTx(async (tx) => {
      const me = await aCandidate(tx);
      expect(await post(me, { street: "" }, { street: "rue Haute" }, "send")).toBe("incomplete");
      expect((await readOwnCv(me)).answers).toMatchObject({ street: "rue Haute" });
    }));
});

describe("EI-50 a validated profile", () => {
  test("EI-50 stays right: a wrong answer is refused at its field, a right one is in the CVthèque at once", () =>
    inRolledBackTx(async (tx) => {
      await furnish(tx);
      const trainer = await aTrainer(tx);
      await expect(saveAnswers(trainer.ctx, one("postcode", "67000", "67"))).rejects.toMatchObject({
        code: "invalid",
        fieldErrors: { postcode: [expect.any(String)] },
      });
      await saveAnswers(trainer.ctx, saveAnswersInput.parse({ changes: [{ field: "abroad", from: "", to: "yes" }] }));
      const [entry] = await tx.db.select().from(cvEntries).where(eq(cvEntries.profileId, trainer.profileId));
      expect(entry?.abroad).toBe(true);
    }));

  test("EI-50 does not become incomplete: neither by losing its only experience, nor by a status that asks for more", () =>
    inRolledBackTx(async (tx) => {
      await furnish(tx);
      const trainer = await aTrainer(tx);
      const { lines } = await readOwnCv(trainer.ctx);
      const work = lines.find(({ kind }) => kind === "work")?.id ?? "";
      await expect(removeLine(trainer.ctx, { lineId: work })).rejects.toMatchObject({ code: "invalid" });
      await expect(saveAnswers(trainer.ctx, one("status", "none", "civil_servant"))).rejects.toMatchObject({
        fieldErrors: { jobTitle: [expect.any(String)], employerName: [expect.any(String)] },
      });
      expect((await readOwnCv(trainer.ctx)).answers["status"]).toBe("none");
    }));

  test("EI-50 TR-41 who has worked saves a page posted whole: what is locked is not posted, and did not change", () =>
    inRolledBackTx(async (tx) => {
      await furnish(tx);
      const trainer = await aTrainer(tx, { immatriculation: "12345" });
      const { answers } = await readOwnCv(trainer.ctx);
      const typed = { regions: ["44"], drivingLicence: "yes" };
      expect(
        await savePage(trainer.ctx, savePageInput.parse({ page: "identification", seen: JSON.stringify(answers), then: "stay", ...typed })),
      ).toBe("saved");
      expect((await readOwnCv(trainer.ctx)).answers).toMatchObject({ civility: "mme", drivingLicence: "yes" });
    }));

  test("EI-22 EI-50 a name changed afterwards counts as the identity from then on", () =>
    inRolledBackTx(async (tx) => {
      await furnish(tx);
      const trainer = await aTrainer(tx);
      const keyOf = async () => (await tx.db.select({ key: trainerProfiles.identityKey }).from(trainerProfiles))[0]?.key;
      const before = await keyOf();
      await saveAnswers(trainer.ctx, one("birthName", "Martin", "Marchand"));
      expect(await keyOf()).not.toBe(before);
    }));

  test("EI-50 who has worked changes the parcours, not what identifies; nobody changes the home structure", () =>
    inRolledBackTx(async (tx) => {
      await furnish(tx);
      const never = await aTrainer(tx);
      const worked = await aTrainer(tx, { immatriculation: "12345", firstName: "Paul" });
      await saveAnswers(never.ctx, one("city", "Strasbourg", "Colmar"));
      await expect(saveAnswers(worked.ctx, one("city", "Strasbourg", "Colmar"))).rejects.toMatchObject({ code: "forbidden" });
      await saveAnswers(worked.ctx, one("motivation", "Transmettre ce que vingt ans de métier m’ont appris.", "Transmettre."));
      const to = await structureOf(tx, "075");
      await expect(saveAnswers(never.ctx, one("homeStructure", await structureOf(tx, "054"), to))).rejects.toMatchObject({
        code: "forbidden",
      });
    }));
});
