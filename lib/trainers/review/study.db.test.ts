import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { roleGrants } from "@/db/schema/access";
import { auditLog, mails } from "@/db/schema/platform";
import { phrasings, profileEvents, profileRequests, requestReservations, trainerProfiles } from "@/db/schema/trainers";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { allLines } from "@/db/testing/all-lines";
import { inRolledBackTx, onCommittedCopy, testCtx, testNow } from "@/db/testing/rollback";
import type { Ctx } from "@/lib/core/ctx";
import { csvLine } from "@/lib/core/csv";
import { furnish, managerOf, structureOf } from "../testing/ad-stage";
import { aTrainer } from "../testing/profile-stage";
import { exportRequests } from "./export-requests";
import { handOverRequest, listColleagues } from "./hand-over";
import { listPhrasings, readPhrasing } from "./list-phrasings";
import { listRequests, type RequestSearch } from "./list-requests";
import { readRequest } from "./read-request";
import { rejectRequest } from "./reject-request";
import { retirePhrasing, savePhrasing } from "./save-phrasing";
import { saveReviewDraft } from "./save-review-draft";
import { saveReviewDraftInput } from "./schemas";
import { releaseRequest, takeCharge } from "./take-charge";

const story = (run: (ctx: Ctx) => Promise<void>) =>
  inRolledBackTx(async (tx) => {
    const ctx = testCtx(tx.db);
    await furnish(ctx);
    await run(ctx);
  });
const minutes = (count: number) => new Date(testNow.getTime() + count * 60_000);
const at = (ctx: Ctx, now: Date): Ctx => ({ ...ctx, now });
const everything: RequestSearch = { query: "", state: "submitted", direction: "asc", after: null };

async function aCandidate(ctx: Ctx, over: Parameters<typeof aTrainer>[1] = {}) {
  const { requestId, ...rest } = await aTrainer(ctx, { ...over, state: "submitted" });
  if (requestId === null) throw new Error("no request");
  return { requestId, ...rest };
}
async function named(ctx: Ctx, firstName: string, lastName: string): Promise<Ctx> {
  const person = await makeSignedIn(ctx, { firstName, lastName });
  return { ...ctx, actor: { ...person, grants: [{ role: "manager", structureId: await structureOf(ctx, "054"), authorityId: null }] } };
}
const namesOf = async (ctx: Ctx, over: Partial<RequestSearch> = {}) =>
  (await listRequests(ctx, { ...everything, ...over })).requests.map(({ lastName }) => lastName);

test("AD-02 the queue has the requests of one’s structures, the oldest first, and is narrowed by name, age and specialty", () =>
  story(async (ctx) => {
    const manager = await managerOf(ctx, "054");
    await aCandidate(at(ctx, minutes(-60)), { lastName: "Lefèvre" });
    await aCandidate(at(ctx, minutes(-30 * 24 * 60)), { lastName: "Ancien", lines: [{ kind: "specialty", answers: { specialty: "B7" } }] });
    await aCandidate(ctx, { lastName: "Ailleurs", structure: "075" });
    expect(await namesOf(manager)).toEqual(["Ancien", "Lefèvre"]);
    expect(await namesOf(manager, { query: "camille lefevre" })).toEqual(["Lefèvre"]);
    expect(await namesOf(manager, { query: "100%" })).toEqual([]);
    expect(await namesOf(manager, { olderThan: 14 })).toEqual(["Ancien"]);
    expect(await namesOf(manager, { specialty: "B7" })).toEqual(["Ancien"]);
    expect(await namesOf(manager, { structureId: await structureOf(ctx, "075") })).toEqual([]);
    const administrator = { ...ctx, actor: await makeSignedIn(ctx, { role: "administrator" }) };
    expect(await namesOf(administrator)).toEqual(["Ancien", "Lefèvre", "Ailleurs"]);
    await expect(listRequests({ ...ctx, actor: await makeSignedIn(ctx, { role: "trainer" }) }, everything)).rejects.toMatchObject({
      code: "forbidden",
    });
  }));

test("AD-02 AD-13 an export has the requests that the queue finds, in its order, and is recorded before its first line", () =>
  story(async (ctx) => {
    const manager = await managerOf(ctx, "054");
    await aCandidate(at(ctx, minutes(-60)), { lastName: "Lefèvre" });
    await aCandidate(ctx, { lastName: "=Lefèvre()", lines: [{ kind: "specialty", answers: { specialty: "B7" } }] });
    const batches = await exportRequests(manager, { ...everything, query: "lefevre", direction: "desc" });
    expect(await ctx.db.$count(auditLog, eq(auditLog.action, "trainer.requests_export"))).toBe(1);
    const lines = await allLines(batches);
    expect(lines.map((line) => line.filter((cell) => cell !== null))).toEqual([
      ["=Lefèvre()", "Camille", "Délégation Grand Est", "Restauration", "À étudier", testNow],
      ["Lefèvre", "Camille", "Délégation Grand Est", "Finances", "À étudier", minutes(-60)],
    ]);
    expect(csvLine(lines[0] ?? [])).toContain("'=Lefèvre()");
    expect(await allLines(await exportRequests(await managerOf(ctx, "075"), everything))).toEqual([]);
  }));

test("AD-02 EI-22 the page of a request has the whole profile, warns of a homonym, and every look is recorded", () =>
  story(async (ctx) => {
    const manager = await managerOf(ctx, "054");
    const { requestId, profileId, accountId } = await aCandidate(ctx);
    const twin = await aTrainer(ctx, { structure: "075" });
    const [profile] = await ctx.db.select().from(trainerProfiles).where(eq(trainerProfiles.id, profileId));
    await ctx.db
      .update(trainerProfiles)
      .set({ identityKey: profile?.identityKey ?? "", homonym: 1 })
      .where(eq(trainerProfiles.id, twin.profileId));
    const study = await readRequest(manager, requestId);
    expect(study).toMatchObject({ name: "Camille Durand", structure: "Délégation Grand Est", draft: null, reservation: null });
    expect(study.answers["birthPlace"]).toBe("Toulouse");
    expect(study.lines.map(({ kind }) => kind)).toEqual(["specialty", "work"]);
    expect(study.homonyms).toMatchObject([{ id: twin.profileId, state: "validated", structure: "Siège" }]);
    expect((await listRequests(manager, everything)).requests).toMatchObject([{ homonyms: 1 }]);
    const looks = await ctx.db.select({ whose: auditLog.accountId }).from(auditLog).where(eq(auditLog.action, "trainer.profile_read"));
    expect(looks).toEqual([{ whose: accountId }]);
    const elsewhere = await managerOf(ctx, "075");
    await expect(readRequest(elsewhere, requestId)).rejects.toMatchObject({ code: "absent" });
    await expect(readRequest(manager, "not-a-request")).rejects.toMatchObject({ code: "absent" });
  }));

test("AD-02 AD-13 a structure that turned somebody down keeps its own request, and no longer reads the profile", () =>
  story(async (ctx) => {
    const [before, now] = [await managerOf(ctx, "054"), await managerOf(ctx, "075")];
    const { requestId, profileId, accountId } = await aCandidate(ctx);
    await rejectRequest(before, { requestId, version: 1, reason: "Pas de besoin cette année." });
    // A year later, the person turns to another structure.
    const structureId = await structureOf(ctx, "075");
    const [second] = await ctx.db
      .insert(profileRequests)
      .values({ profileId, structureId, submittedAt: minutes(1), sentAt: minutes(1) })
      .returning({ id: profileRequests.id });
    await ctx.db
      .insert(profileEvents)
      .values({ profileId, requestId: second?.id ?? "", kind: "submitted", at: minutes(1), actorId: accountId });
    await ctx.db.update(trainerProfiles).set({ state: "submitted", homeStructureId: structureId }).where(eq(trainerProfiles.id, profileId));
    const closed = await readRequest(before, requestId);
    expect(closed).toMatchObject({ open: false, name: "Camille Durand", answers: {}, lines: [], homonyms: [] });
    expect(closed.request.reason).toBe("Pas de besoin cette année.");
    expect(closed.history.map(({ kind }) => kind)).toEqual(["rejected"]);
    expect(JSON.stringify(closed)).not.toMatch(/Mozart|06 12|Toulouse/u);
    expect((await readRequest(now, second?.id ?? "")).history.map(({ kind }) => kind)).toEqual(["rejected", "submitted"]);
    // Validated there, it is read as by any other structure: not the birth place, nor the street, nor what happened there.
    await ctx.db.update(trainerProfiles).set({ state: "validated", validatedAt: testNow }).where(eq(trainerProfiles.id, profileId));
    const elsewhere = await readRequest(before, requestId);
    expect(elsewhere.answers).toMatchObject({ city: "Strasbourg" });
    expect(JSON.stringify([elsewhere.answers, elsewhere.history])).not.toMatch(/Mozart|Toulouse|submitted/u);
  }));

test("AD-02 EI-22 a homonym whose CV was never sent is told, and offers no link", () =>
  story(async (ctx) => {
    const manager = await managerOf(ctx, "054");
    const { requestId, profileId } = await aCandidate(ctx);
    const draft = await aTrainer(ctx, { state: "draft" });
    const [profile] = await ctx.db.select().from(trainerProfiles).where(eq(trainerProfiles.id, profileId));
    await ctx.db
      .update(trainerProfiles)
      .set({ identityKey: profile?.identityKey ?? "", homonym: 1 })
      .where(eq(trainerProfiles.id, draft.profileId));
    expect((await readRequest(manager, requestId)).homonyms).toMatchObject([{ id: draft.profileId, seen: false }]);
  }));

test("EI-43 the second manager sees who is on a request since when; five minutes without a sign and it is free again", () =>
  story(async (ctx) => {
    const [marc, sofia] = [await named(ctx, "Marc", "Lambert"), await named(ctx, "Sofia", "Keller")];
    const { requestId } = await aCandidate(ctx);
    expect(await takeCharge(marc, { requestId })).toMatchObject({ mine: true });
    expect(await takeCharge(at(sofia, minutes(1)), { requestId })).toEqual({ mine: false, name: "Marc Lambert", since: testNow });
    expect((await listRequests(at(sofia, minutes(1)), everything)).requests).toMatchObject([{ studiedBy: "Marc Lambert" }]);
    // Marc works on: it is renewed and keeps its beginning.
    expect(await takeCharge(at(marc, minutes(4)), { requestId })).toMatchObject({ mine: true, since: testNow });
    expect(await takeCharge(at(sofia, minutes(8)), { requestId })).toMatchObject({ mine: false });
    expect((await readRequest(at(sofia, minutes(9)), requestId)).reservation).toBeNull();
    expect(await takeCharge(at(sofia, minutes(9)), { requestId })).toMatchObject({ mine: true, since: minutes(9) });
    const taken = await ctx.db.$count(auditLog, eq(auditLog.action, "trainer.request_taken"));
    expect(taken).toBe(2);
  }));

test("EI-43 one may take over at once, give back, and never one of another structure", () =>
  story(async (ctx) => {
    const [marc, sofia] = [await named(ctx, "Marc", "Lambert"), await named(ctx, "Sofia", "Keller")];
    const { requestId } = await aCandidate(ctx);
    await takeCharge(marc, { requestId });
    expect(await takeCharge(at(sofia, minutes(1)), { requestId, over: "yes" })).toMatchObject({ mine: true, since: minutes(1) });
    await releaseRequest(at(marc, minutes(1)), { requestId });
    expect((await readRequest(at(marc, minutes(1)), requestId)).reservation).toMatchObject({ name: "Sofia Keller" });
    await releaseRequest(at(sofia, minutes(2)), { requestId });
    expect(await ctx.db.$count(requestReservations)).toBe(0);
    const elsewhere = await managerOf(ctx, "075");
    await expect(takeCharge(elsewhere, { requestId })).rejects.toMatchObject({ code: "absent" });
    await expect(releaseRequest(elsewhere, { requestId })).rejects.toMatchObject({ code: "absent" });
  }));

test("AD-02 EI-43 a request is given to a colleague of the structure, who has it until the next day; to nobody else", () =>
  story(async (ctx) => {
    const [marc, sofia] = [await named(ctx, "Marc", "Lambert"), await named(ctx, "Sofia", "Keller")];
    for (const { actor } of [marc, sofia])
      if (actor.kind === "account")
        await ctx.db.insert(roleGrants).values({
          accountId: actor.accountId,
          role: "manager",
          structureId: await structureOf(ctx, "054"),
          grantedAt: testNow,
        });
    const { requestId } = await aCandidate(ctx);
    const colleagues = await listColleagues(marc, await structureOf(ctx, "054"));
    expect(colleagues.map(({ name }) => name)).toEqual(["Sofia Keller"]);
    expect(await handOverRequest(marc, { requestId, accountId: colleagues[0]?.id ?? "" })).toEqual({ name: "Sofia Keller" });
    const told = await ctx.db.select({ to: mails.toAddress, props: mails.props }).from(mails).where(eq(mails.kind, "request-handed-over"));
    const sofias = sofia.actor.kind === "account" ? sofia.actor.address : "";
    expect(told).toMatchObject([{ to: sofias, props: { firstName: "Sofia", from: "Marc Lambert", candidate: "Camille Durand" } }]);
    expect(await takeCharge(at(marc, minutes(600)), { requestId })).toMatchObject({ mine: false, name: "Sofia Keller" });
    // She comes, and leaves: five minutes later it is free.
    expect(await takeCharge(at(sofia, minutes(610)), { requestId })).toMatchObject({ mine: true });
    expect((await readRequest(at(marc, minutes(616)), requestId)).reservation).toBeNull();
    const stranger = await makeSignedIn(ctx);
    await expect(handOverRequest(marc, { requestId, accountId: stranger.accountId })).rejects.toMatchObject({ code: "invalid" });
    const elsewhere = await managerOf(ctx, "075");
    await expect(handOverRequest(elsewhere, { requestId, accountId: stranger.accountId })).rejects.toMatchObject({ code: "absent" });
    // Decided, it is nobody's to study.
    await rejectRequest(sofia, { requestId, version: 1, reason: "Pas de besoin cette année." });
    await expect(handOverRequest(marc, { requestId, accountId: colleagues[0]?.id ?? "" })).rejects.toMatchObject({ code: "conflict" });
    expect(await ctx.db.$count(requestReservations)).toBe(0);
    expect(await ctx.db.$count(auditLog, eq(auditLog.action, "trainer.request_handed_over"))).toBe(1);
  }));

test("EI-41 EI-43 remarks are kept as they are written, for whoever wrote them, even when a colleague decides first", () =>
  story(async (ctx) => {
    const [marc, sofia] = [await named(ctx, "Marc", "Lambert"), await named(ctx, "Sofia", "Keller")];
    const { requestId } = await aCandidate(ctx);
    await saveReviewDraft(marc, { requestId, then: undefined, changes: [{ field: "work", from: "", to: "Quelles da" }] });
    const more = [{ field: "work", from: "Quelles da", to: "Quelles dates ?" }];
    await saveReviewDraft(at(marc, minutes(1)), { requestId, then: undefined, changes: more });
    await saveReviewDraft(sofia, { requestId, then: undefined, changes: [{ field: "", from: "", to: "Bravo" }] });
    expect((await readRequest(marc, requestId)).draft).toEqual({ remarks: { work: "Quelles dates ?" }, updatedAt: minutes(1) });
    await rejectRequest(sofia, { requestId, version: 1, reason: "Pas de besoin cette année." });
    expect((await readRequest(sofia, requestId)).draft).toBeNull();
    expect((await readRequest(marc, requestId)).draft).toMatchObject({ remarks: { work: "Quelles dates ?" } });
    const elsewhere = await managerOf(ctx, "075");
    await expect(saveReviewDraft(elsewhere, { requestId, then: undefined, changes: [] })).rejects.toMatchObject({ code: "absent" });
    expect(await ctx.db.$count(profileRequests, eq(profileRequests.id, requestId))).toBe(1);
  }));

test("EI-41 AD-02 a tab left open keeps what it did not touch as a newer tab wrote it", () =>
  story(async (ctx) => {
    const marc = await named(ctx, "Marc", "Lambert");
    const { requestId } = await aCandidate(ctx);
    const save = (fields: Readonly<Record<string, string>>, seen: Readonly<Record<string, string>>) =>
      saveReviewDraft(marc, saveReviewDraftInput.parse({ requestId, seen: JSON.stringify(seen), remark_: "", remark_work: "", ...fields }));
    await save({ remark_work: "Quelles dates ?", remark_: "À revoir" }, {});
    // Both tabs were opened here; the newer one writes more, and takes the other remark away.
    const seen = { work: "Quelles dates ?", "": "À revoir" };
    await save({ remark_work: "Quelles dates, et quel employeur ?" }, seen);
    await save({ remark_work: "Quelles dates ?", remark_: "À revoir", remark_education: "Quel diplôme ?" }, seen);
    expect((await readRequest(marc, requestId)).draft?.remarks).toEqual({
      work: "Quelles dates, et quel employeur ?",
      education: "Quel diplôme ?",
    });
  }));

test("EI-41 AD-02 two tabs that write the same remark: the second keeps its other parts, and has both texts to choose from", () =>
  story(async (ctx) => {
    const marc = await named(ctx, "Marc", "Lambert");
    const { requestId } = await aCandidate(ctx);
    const typed = { requestId, seen: "{}", remark_work: "Quel employeur ?", remark_: "À revoir" };
    const save = (fields: Readonly<Record<string, string>>) => saveReviewDraft(marc, saveReviewDraftInput.parse({ ...typed, ...fields }));
    await saveReviewDraft(marc, saveReviewDraftInput.parse({ requestId, seen: "{}", remark_work: "Quelles dates ?" }));
    // Without a page that shows both, or with a decision, nothing of it is kept: the text stays in the form.
    await expect(save({ then: "completer" })).rejects.toMatchObject({
      code: "conflict",
      fieldErrors: { remark_work: ["Enregistré ailleurs : Quelles dates ?"] },
    });
    expect((await readRequest(marc, requestId)).draft?.remarks).toEqual({ work: "Quelles dates ?" });
    expect((await save({ live: "yes" })).conflicts).toEqual([{ part: "work", theirs: "Quelles dates ?" }]);
    expect((await save({ live: "yes" })).conflicts).toHaveLength(1);
    expect((await readRequest(marc, requestId)).draft?.remarks).toEqual({ work: "Quelles dates ?", "": "À revoir" });
    // Chosen: the other text was seen.
    expect((await save({ live: "yes", seen: JSON.stringify({ work: "Quelles dates ?", "": "À revoir" }) })).conflicts).toEqual([]);
    expect((await readRequest(marc, requestId)).draft?.remarks).toEqual({ work: "Quel employeur ?", "": "À revoir" });
  }));

test("EI-41 AD-02 at the very same time, one of two tabs is kept and the other one is told", () =>
  onCommittedCopy("remarks", async (db) => {
    const ctx = testCtx(db);
    await furnish(ctx);
    const marc = await named(ctx, "Marc", "Lambert");
    const { requestId } = await aCandidate(ctx);
    const saved = await Promise.all(
      ["Un", "Deux"].map((to) =>
        saveReviewDraft(marc, { requestId, then: undefined, live: "yes", changes: [{ field: "work", from: "", to }] }),
      ),
    );
    const kept = (await readRequest(marc, requestId)).draft?.remarks["work"];
    expect(saved.flatMap(({ conflicts }) => conflicts)).toEqual([{ part: "work", theirs: kept }]);
  }));

test("AD-02 phrasings: national ones by the administration, a structure’s by its managers, each seen where it serves", () =>
  story(async (ctx) => {
    const [manager, elsewhere] = [await managerOf(ctx, "054"), await managerOf(ctx, "075")];
    const administrator = { ...ctx, actor: await makeSignedIn(ctx, { role: "administrator" }) };
    const words = { phrasingId: null, purpose: "correction", body: "Pouvez-vous préciser les dates ?" } as const;
    await savePhrasing(administrator, { ...words, structureId: null, title: "Dates" });
    const structureId = await structureOf(ctx, "054");
    await savePhrasing(manager, { ...words, structureId, title: "Grand Est" });
    await expect(savePhrasing(manager, { ...words, structureId: null, title: "X" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(savePhrasing(elsewhere, { ...words, structureId, title: "X" })).rejects.toMatchObject({ code: "absent" });
    const titles = async (reader: Ctx) => (await listPhrasings(reader, "correction")).map(({ title }) => title);
    expect(await titles(manager)).toEqual(["Grand Est", "Dates"]);
    expect(await titles(elsewhere)).toEqual(["Dates"]);
    const [own] = await ctx.db.select().from(phrasings).where(eq(phrasings.title, "Grand Est"));
    const phrasingId = own?.id ?? "";
    await savePhrasing(manager, { ...words, phrasingId, structureId: null, title: "Grand Est, dates" });
    expect(await readPhrasing(manager, phrasingId)).toMatchObject({ title: "Grand Est, dates", structureId });
    await expect(readPhrasing(elsewhere, phrasingId)).rejects.toMatchObject({ code: "absent" });
    await expect(retirePhrasing(elsewhere, { phrasingId })).rejects.toMatchObject({ code: "absent" });
    await retirePhrasing(manager, { phrasingId });
    expect(await titles(manager)).toEqual(["Dates"]);
    expect(await ctx.db.$count(auditLog, eq(auditLog.action, "phrasing.save"))).toBe(3);
  }));
