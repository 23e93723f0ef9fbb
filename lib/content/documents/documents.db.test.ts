import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { documentVersions } from "@/db/schema/content";
import { auditLog } from "@/db/schema/platform";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx, onCommittedCopy, testCtx } from "@/db/testing/rollback";
import type { Ctx } from "@/lib/core/ctx";
import { administratorOf } from "../testing/content-stage";
import { changeDraft } from "./change-draft";
import { discardDraft } from "./discard-draft";
import { listManagedDocuments, readManagedDocument } from "./manage-documents";
import { publishVersion } from "./publish-version";
import { readDocument, readNumbersInForce } from "./read-document";
import { changeDraftInput } from "./schemas";
import { startDraft } from "./start-draft";

const story = (run: (admin: Ctx) => Promise<void>) => inRolledBackTx(async (tx) => run(await administratorOf(testCtx(tx.db))));
const on = (ctx: Ctx, day: string): Ctx => ({ ...ctx, now: new Date(`${day}T09:00:00Z`) });
const typed = (versionId: string, over: Record<string, unknown> = {}) =>
  changeDraftInput.parse({ versionId, editVersion: "1", title: "La charte", changes: "", body: "Un texte.", ...over });

async function draftOf(admin: Ctx) {
  const { draft } = await readManagedDocument(admin, "charter");
  if (draft === null) throw new Error("no draft");
  return draft;
}

/** A version written and published in one go. */
async function aVersion(admin: Ctx, inForceOn: string, over: Record<string, unknown> = {}): Promise<string> {
  await startDraft(admin, { document: "charter" });
  const { id } = await draftOf(admin);
  await changeDraft(admin, typed(id, { changes: "Un article de plus.", ...over }));
  await publishVersion(admin, { versionId: id, editVersion: 2, inForceOn });
  return id;
}

describe("AD-07 the versions of a document", () => {
  test("AD-07 EI-03 a draft is read by nobody else; published for a day, it is announced, then in force; the one before stays to be read", () =>
    story(async (admin) => {
      await expect(readDocument(admin, "charter")).rejects.toMatchObject({ code: "absent" });
      await aVersion(admin, "2026-11-21", { body: "Première." });
      await startDraft(admin, { document: "charter" });
      const draft = await draftOf(admin);
      expect(draft).toMatchObject({ number: 2, title: "La charte", changes: "" });
      await changeDraft(admin, typed(draft.id, { body: "Seconde.", changes: "Tout." }));
      expect((await readDocument(admin, "charter")).versions).toHaveLength(1);
      await expect(readDocument(admin, "charter", 2)).rejects.toMatchObject({ code: "absent" });

      await publishVersion(admin, { versionId: draft.id, editVersion: 2, inForceOn: "2027-01-01" });
      const standings = async (day: string) =>
        (await readDocument(on(admin, day), "charter")).versions.map(({ number, standing }) => [number, standing]);
      expect(await standings("2026-12-31")).toEqual([
        [2, "announced"],
        [1, "in_force"],
      ]);
      expect(await standings("2027-01-01")).toEqual([
        [2, "in_force"],
        [1, "replaced"],
      ]);
      const { shown } = await readDocument(on(admin, "2027-01-01"), "charter", 1);
      expect(shown).toMatchObject({ number: 1, standing: "replaced", body: { content: [{ content: [{ text: "Première." }] }] } });
      const lines = await admin.db.select({ action: auditLog.action }).from(auditLog).where(eq(auditLog.subjectId, draft.id));
      expect(lines.map(({ action }) => action).toSorted()).toEqual(["document.change", "document.draft", "document.publish"]);
    }));

  test("AD-07 EI-20 one text is read, that of the version shown; what people accept needs the numbers alone", () =>
    story(async (admin) => {
      await aVersion(admin, "2026-11-21", { body: "Première." });
      await aVersion(admin, "2027-01-01", { body: "Seconde." });
      const { versions } = await readDocument(admin, "charter");
      expect(JSON.stringify(versions)).not.toMatch(/Première\.|Seconde\./u);
      const numbersOn = async (day: string) => [...(await readNumbersInForce(on(admin, day), ["charter", "legal_notices"]))];
      expect(await numbersOn("2026-12-31")).toEqual([["charter", 1]]);
      expect(await numbersOn("2027-01-01")).toEqual([["charter", 2]]);
      expect(await numbersOn("2026-11-20")).toEqual([]);
    }));

  test("AD-07 the day of Paris counts: in force from midnight there", () =>
    story(async (admin) => {
      await aVersion(admin, "2026-11-21", { title: "Avant" });
      await aVersion(admin, "2027-01-01", { title: "Après" });
      const titleAt = async (instant: string) => (await readDocument({ ...admin, now: new Date(instant) }, "charter")).shown.title;
      expect([await titleAt("2026-12-31T22:59:59Z"), await titleAt("2026-12-31T23:00:00Z")]).toEqual(["Avant", "Après"]);
    }));

  test("AD-07 a version binds nobody in the past, nor before one already published; what changes is said", () =>
    story(async (admin) => {
      await aVersion(admin, "2027-01-01");
      await startDraft(admin, { document: "charter" });
      const { id } = await draftOf(admin);
      await expect(publishVersion(admin, { versionId: id, editVersion: 1, inForceOn: "2027-01-01" })).rejects.toMatchObject({
        message: expect.stringContaining("ce qui change") as string,
      });
      await changeDraft(admin, typed(id, { changes: "Un mot." }));
      for (const inForceOn of ["2026-11-20", "2026-12-31"])
        await expect(publishVersion(admin, { versionId: id, editVersion: 2, inForceOn })).rejects.toMatchObject({
          fieldErrors: { inForceOn: ["Choisissez un jour à partir du 01/01/2027."] },
        });
      await publishVersion(admin, { versionId: id, editVersion: 2, inForceOn: "2027-01-01" });
      expect((await readDocument(on(admin, "2027-01-01"), "charter")).shown.number).toBe(2);
    }));

  test("AD-07 once published it never changes: neither through Gestion nor in the database; who wrote it may be forgotten", () =>
    story(async (admin) => {
      const id = await aVersion(admin, "2026-11-21");
      for (const refused of [
        () => changeDraft(admin, typed(id)),
        () => discardDraft(admin, { versionId: id }),
        () => publishVersion(admin, { versionId: id, editVersion: 2, inForceOn: "2027-01-01" }),
      ])
        await expect(refused()).rejects.toMatchObject({ code: "conflict" });
      for (const forbidden of [
        sql`update document_versions set title = 'Autre' where id = ${id}`,
        sql`update document_versions set published_at = null where id = ${id}`,
        sql`delete from document_versions where id = ${id}`,
      ])
        await expect(admin.db.transaction((db) => db.execute(forbidden))).rejects.toMatchObject({
          cause: { message: expect.stringContaining("never changes") as string },
        });
      await admin.db.execute(sql`update document_versions set created_by = null, published_by = null where id = ${id}`);
    }));

  test("AD-07 one draft at a time; thrown away, its number serves again; two people edit: the second is told", () =>
    story(async (admin) => {
      await startDraft(admin, { document: "charter" });
      await expect(startDraft(admin, { document: "charter" })).rejects.toMatchObject({ code: "conflict" });
      const { id } = await draftOf(admin);
      await changeDraft(admin, typed(id, { title: "Premier" }));
      await expect(changeDraft(admin, typed(id, { title: "Second" }))).rejects.toMatchObject({ code: "conflict" });
      await expect(publishVersion(admin, { versionId: id, editVersion: 1, inForceOn: "2027-01-01" })).rejects.toMatchObject({
        code: "conflict",
      });
      expect((await draftOf(admin)).title).toBe("Premier");
      await discardDraft(admin, { versionId: id });
      await startDraft(admin, { document: "charter" });
      expect((await draftOf(admin)).number).toBe(1);
      const { id: again } = await draftOf(admin);
      await expect(publishVersion(admin, { versionId: again, editVersion: 1, inForceOn: "2027-01-01" })).rejects.toMatchObject({
        message: expect.stringContaining("vide") as string,
      });
    }));

  test("AD-07 two people begin a version at once, through two servers: there is one draft", () =>
    onCommittedCopy("two_drafts", async (db) => {
      const admin = await administratorOf(testCtx(db));
      const answers = await Promise.allSettled([1, 2].map(() => startDraft(admin, { document: "charter" })));
      expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
      expect(await db.$count(documentVersions)).toBe(1);
    }));

  test("AD-07 nobody else writes them, and the terms of the application are written by nobody here", () =>
    story(async (admin) => {
      const manager: Ctx = {
        ...admin,
        actor: { ...(await makeSignedIn(admin)), grants: [{ role: "manager", structureId: null, authorityId: null }] },
      };
      await startDraft(admin, { document: "charter" });
      const { id } = await draftOf(admin);
      for (const refused of [
        () => startDraft(manager, { document: "travel_expenses" }),
        () => changeDraft(manager, typed(id)),
        () => discardDraft(manager, { versionId: id }),
        () => publishVersion(manager, { versionId: id, editVersion: 1, inForceOn: "2027-01-01" }),
        () => listManagedDocuments(manager),
        () => readManagedDocument(manager, "charter"),
      ])
        await expect(refused()).rejects.toMatchObject({ code: "forbidden" });
      await expect(startDraft(admin, { document: "intervenants_terms" })).rejects.toMatchObject({ code: "conflict" });
      expect((await listManagedDocuments(admin)).find(({ document }) => document === "charter")).toMatchObject({
        current: null,
        draft: { id },
      });
    }));
});
