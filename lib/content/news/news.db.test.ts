import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { newsItems } from "@/db/schema/content";
import { auditLog } from "@/db/schema/platform";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx, onCommittedCopy, testCtx, testNow } from "@/db/testing/rollback";
import { readNotation } from "@/lib/content/notation/rules";
import type { Ctx } from "@/lib/core/ctx";
import { administratorOf, aPublishedItem, typedNews } from "../testing/content-stage";
import { changeNews } from "./change-news";
import { createNews } from "./create-news";
import { listManagedNews, readManagedNews } from "./manage-news";
import { publishNews, scheduleNews } from "./publish-news";
import { latestNews, readNews } from "./read-news";
import { withdrawNews } from "./withdraw-news";

const story = (run: (admin: Ctx) => Promise<void>) => inRolledBackTx(async (tx) => run(await administratorOf(testCtx(tx.db))));
const titles = async (ctx: Ctx) => (await readNews(ctx, { from: null })).articles.map(({ title }) => title);
const at = (ctx: Ctx, instant: string): Ctx => ({ ...ctx, now: new Date(instant) });
const later = (ctx: Ctx, minutes: number): Ctx => ({ ...ctx, now: new Date(testNow.getTime() + minutes * 60_000) });

describe("AD-07 the life of a news item", () => {
  test("AD-07 EI-02 a draft is nowhere public; published, it is first; withdrawn, it is gone; the log tells it all", () =>
    story(async (admin) => {
      await aPublishedItem(admin, { title: "Avant" });
      const then = later(admin, 1);
      const { newsId } = await createNews(then, typedNews());
      expect(await titles(then)).toEqual(["Avant"]);
      await publishNews(then, { newsId, version: 1 });
      expect(await titles(then)).toEqual(["Mettre à jour vos pièces", "Avant"]);
      const [newest] = (await readNews(then, { from: null })).articles;
      expect(newest?.body).toEqual(readNotation("Un **changement** ? Dites-le.\n\n- adresse\n- banque"));
      await expect(publishNews(then, { newsId, version: 2 })).rejects.toMatchObject({ code: "conflict" });

      await withdrawNews(then, { newsId });
      expect(await titles(then)).toEqual(["Avant"]);
      await expect(withdrawNews(then, { newsId })).rejects.toMatchObject({ code: "conflict" });
      await publishNews(later(admin, 2), { newsId, version: 3 });
      expect(await titles(later(admin, 2))).toEqual(["Mettre à jour vos pièces", "Avant"]);
      const lines = await admin.db
        .select({ action: auditLog.action })
        .from(auditLog)
        .where(eq(auditLog.subjectId, newsId))
        .orderBy(asc(auditLog.id));
      expect(lines.map(({ action }) => action)).toEqual(["news.create", "news.publish", "news.withdraw", "news.publish"]);
    }));

  test("AD-07 scheduled for a day and an hour of Paris, it appears by itself then, not a minute before", () =>
    story(async (admin) => {
      const { newsId } = await createNews(admin, typedNews());
      await scheduleNews(admin, { newsId, version: 1, day: "2026-12-01", time: "08:30" });
      expect(await titles(at(admin, "2026-12-01T07:29:59Z"))).toEqual([]);
      expect(await titles(at(admin, "2026-12-01T07:30:00Z"))).toEqual(["Mettre à jour vos pièces"]);
      expect((await readManagedNews(admin, newsId)).state).toBe("scheduled");

      await scheduleNews(admin, { newsId, version: 2, day: "2027-07-01", time: "08:30" });
      expect(await titles(at(admin, "2027-07-01T06:30:00Z"))).toHaveLength(1);
      await expect(scheduleNews(admin, { newsId, version: 3, day: "2026-11-21", time: "09:59" })).rejects.toMatchObject({
        fieldErrors: { day: [expect.stringContaining("déjà passé") as string] },
      });
      await withdrawNews(admin, { newsId });
      expect((await readManagedNews(admin, newsId)).state).toBe("draft");
    }));

  test("AD-07 two people edit at once: the second is told, and undoes nothing; nobody publishes what they have not read", () =>
    story(async (admin) => {
      const { newsId } = await createNews(admin, typedNews());
      await changeNews(admin, { ...typedNews({ title: "Premier" }), newsId, version: 1 });
      await expect(changeNews(admin, { ...typedNews({ title: "Second" }), newsId, version: 1 })).rejects.toMatchObject({
        code: "conflict",
      });
      await expect(publishNews(admin, { newsId, version: 1 })).rejects.toMatchObject({ code: "conflict" });
      expect(await readManagedNews(admin, newsId)).toMatchObject({ title: "Premier", version: 2, state: "draft" });
    }));

  test("AD-07 two publications at the same instant, through two servers: one counts", () =>
    onCommittedCopy("news_twice", async (db) => {
      const admin = await administratorOf(testCtx(db));
      const { newsId } = await createNews(admin, typedNews());
      const answers = await Promise.allSettled([1, 2].map(() => publishNews(admin, { newsId, version: 1 })));
      expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    }));

  test("AD-07 managers and visitors write no news, and cannot see what is not published", () =>
    story(async (admin) => {
      const { newsId } = await createNews(admin, typedNews());
      const manager: Ctx = {
        ...admin,
        actor: { ...(await makeSignedIn(admin)), grants: [{ role: "manager", structureId: null, authorityId: null }] },
      };
      for (const who of [manager, { ...admin, actor: { kind: "visitor" } } satisfies Ctx])
        for (const refused of [
          () => createNews(who, typedNews()),
          () => changeNews(who, { ...typedNews(), newsId, version: 1 }),
          () => publishNews(who, { newsId, version: 1 }),
          () => withdrawNews(who, { newsId }),
          () => readManagedNews(who, newsId),
          () => listManagedNews(who, { query: "", after: null }),
        ])
          await expect(refused()).rejects.toMatchObject({ code: "forbidden" });
      for (const id of ["x", "'", "00000000-0000-7000-8000-000000000000"])
        await expect(readManagedNews(admin, id)).rejects.toMatchObject({ code: "absent" });
    }));

  test("AD-07 the list is narrowed by state and by words of the title", () =>
    story(async (admin) => {
      await aPublishedItem(admin, { title: "Congés d’été" });
      await createNews(admin, typedNews({ title: "Écrite à moitié" }));
      const found = async (query: string, state?: "draft" | "published" | "scheduled" | "withdrawn") =>
        (await listManagedNews(admin, { query, state, after: null })).news.map(({ title, state: own }) => [title, own]);
      expect(await found("")).toHaveLength(2);
      expect(await found("ete")).toEqual([["Congés d’été", "published"]]);
      expect(await found("", "draft")).toEqual([["Écrite à moitié", "draft"]]);
      expect(await found("%", "published")).toHaveLength(1);
      expect(await found("", "withdrawn")).toEqual([]);
    }));
});

describe("EI-02 reading the news", () => {
  test("EI-01 the home page has the three newest", () =>
    story(async (admin) => {
      for (const minute of [1, 2, 3, 4]) await aPublishedItem(later(admin, minute), { title: `Nouvelle ${minute}` });
      const latest = await latestNews(later(admin, 5), 3);
      expect(latest.map(({ title }) => title)).toEqual(["Nouvelle 4", "Nouvelle 3", "Nouvelle 2"]);
    }));

  test("EI-02 every item is reached by pages; an old one that is asked for is on the page that is given", () =>
    story(async (admin) => {
      const ids: string[] = [];
      for (let minute = 0; minute < 45; minute += 1)
        ids.push((await aPublishedItem(later(admin, minute), { title: `Nouvelle ${minute}` })).newsId);
      const reader = later(admin, 60);
      const first = await readNews(reader, { from: null });
      const second = await readNews(reader, { from: first.older });
      const third = await readNews(reader, { from: second.older });
      const seen = [first, second, third].flatMap(({ articles }) => articles.map(({ id }) => id));
      expect(seen).toEqual(ids.toReversed());
      expect([first.newer, second.newer, third.older]).toEqual([false, true, null]);
      expect((await readNews(reader, { from: ids[10] ?? "" })).articles[0]?.id).toBe(ids[10]);
      expect((await readNews(reader, { from: ids[40] ?? "" })).articles[0]?.id).toBe(ids[44]);
    }));

  test("EI-02 an address that is no item, or one withdrawn since, gives the newest", () =>
    story(async (admin) => {
      const { newsId } = await aPublishedItem(admin, { title: "Retirée" });
      await aPublishedItem(later(admin, 1), { title: "Restée" });
      await withdrawNews(admin, { newsId });
      for (const from of [newsId, "x", "'", "", "00000000-0000-7000-8000-000000000000"])
        expect((await readNews(later(admin, 2), { from })).articles.map(({ title }) => title)).toEqual(["Restée"]);
    }));

  test("AD-07 the database refuses what no form lets through", () =>
    story(async (admin) => {
      const item = { ...typedNews(), title: "x".repeat(201) };
      await expect(admin.db.transaction((db) => db.insert(newsItems).values(item))).rejects.toThrow();
    }));
});
