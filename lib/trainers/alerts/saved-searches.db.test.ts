import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { savedSearches } from "@/db/schema/cv-library";
import { auditLog, mails } from "@/db/schema/platform";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx, onCommittedCopy, testCtx } from "@/db/testing/rollback";
import type { Ctx, SignedIn, TxCtx } from "@/lib/core/ctx";
import { closeAd } from "../ads/close-ad";
import { aPublishedAd, furnish, managerOf } from "../testing/ad-stage";
import { aTrainer } from "../testing/profile-stage";
import { listOwnSearches, removeSearch, setSearchAlert } from "./own-searches";
import { queueAdAlertsJob } from "./queue-ad-alerts-job";
import { saveSearch } from "./save-search";
import { savedSearchAlertsJob } from "./saved-search-alerts-job";
import { saveSearchInput } from "./schemas";

const story = (run: (tx: TxCtx) => Promise<void>) =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    await run(tx);
  });
const hours = (ctx: Ctx, count: number): Date => new Date(ctx.now.getTime() + count * 3_600_000);
const at = <Given extends Ctx>(ctx: Given, count: number): Given => ({ ...ctx, now: hours(ctx, count) });
const runAt = (ctx: Ctx, count: number) => savedSearchAlertsJob.run(at(ctx, count), { asOf: hours(ctx, count) });
const newsOf = (ctx: Ctx) =>
  ctx.db.select({ to: mails.toAddress, props: mails.props }).from(mails).where(eq(mails.kind, "saved-search-news"));
const someone = async (ctx: Ctx): Promise<Ctx & { readonly actor: SignedIn }> => ({ ...ctx, actor: await makeSignedIn(ctx) });
const save = (ctx: Ctx, name: string, query: string, alert = true) => saveSearch(ctx, { name, query, alert });

describe("EI-16 searches that one keeps", () => {
  test("EI-16 a search is kept under a name, without its page; the same name takes the new search", () =>
    story(async (tx) => {
      const me = await someone(tx);
      const input = saveSearchInput.parse({ name: " Finances ", query: "specialite=A3&after=x&region=44", alert: "on" });
      await saveSearch(me, input);
      expect(await listOwnSearches(me)).toMatchObject([{ name: "Finances", query: "specialite=A3&region=44", alert: true }]);
      await save(me, "Finances", "specialite=B7", false);
      expect(await listOwnSearches(me)).toMatchObject([{ name: "Finances", query: "specialite=B7", alert: false }]);
    }));

  test("EI-16 its owner alone changes or removes it", () =>
    story(async (tx) => {
      const [me, other] = [await someone(tx), await someone(tx)];
      await save(me, "Finances", "specialite=A3");
      const [{ id: searchId } = { id: "" }] = await listOwnSearches(me);
      await expect(setSearchAlert(other, { searchId, alert: false })).rejects.toMatchObject({ code: "absent" });
      await expect(removeSearch(other, { searchId })).rejects.toMatchObject({ code: "absent" });
      expect(await listOwnSearches(other)).toEqual([]);
      await setSearchAlert(me, { searchId, alert: false });
      expect(await listOwnSearches(me)).toMatchObject([{ alert: false }]);
      await removeSearch(me, { searchId });
      expect(await listOwnSearches(me)).toEqual([]);
      const lines = await tx.db.select({ action: auditLog.action }).from(auditLog).where(eq(auditLog.accountId, me.actor.accountId));
      expect(lines.map(({ action }) => action).sort()).toEqual(["search.change", "search.remove", "search.save"]);
    }));

  test("EI-16 fifty at most", () =>
    story(async (tx) => {
      const me = await someone(tx);
      for (let count = 0; count < 50; count++) await save(me, `Recherche ${count}`, "");
      await expect(save(me, "Une de trop", "")).rejects.toMatchObject({ code: "conflict" });
      await save(me, "Recherche 7", "specialite=A3");
    }));
});

describe("EI-16 what is new, once a day", () => {
  test("EI-16 one mail a person for all their searches, each ad named once; nothing twice, nothing when nothing is new", () =>
    story(async (tx) => {
      const me = await someone(tx);
      await aPublishedAd(await managerOf(tx, "054"), { title: "Déjà là" });
      await save(at(me, 1), "Finances", "specialite=A3");
      await save(at(me, 1), "Grand Est", "region=44");
      await save(at(me, 1), "Sans alerte", "", false);
      expect(await runAt(tx, 2)).toEqual({ people: 0, mails: 0 });
      const { number } = await aPublishedAd(at(await managerOf(tx, "054"), 3), { title: "Toute neuve" });
      const other = await aPublishedAd(at(await managerOf(tx, "054"), 3), { title: "Cuisine", specialties: ["B7"] });
      expect(await runAt(tx, 4)).toEqual({ people: 1, mails: 1 });
      expect(await newsOf(tx)).toEqual([
        {
          to: me.actor.address,
          props: {
            firstName: "Camille",
            searches: [
              {
                name: "Finances",
                query: "specialite=A3",
                ads: [{ number, title: "Toute neuve", structure: "Délégation Grand Est" }],
                more: 0,
              },
              {
                name: "Grand Est",
                query: "region=44",
                ads: [{ number: other.number, title: "Cuisine", structure: "Délégation Grand Est" }],
                more: 0,
              },
            ],
          },
        },
      ]);
      expect(await runAt(tx, 4)).toEqual({ people: 0, mails: 0 });
      expect(await runAt(tx, 28)).toEqual({ people: 0, mails: 0 });
    }));

  test("EI-15 EI-16 an ad that an alert of the CV has told already is not told again, nor one that is closed", () =>
    story(async (tx) => {
      const trainer = await aTrainer(tx, { answers: { alerts: ["specialties"] } });
      await save(trainer.ctx, "Tout", "");
      const manager = at(await managerOf(tx, "054"), 1);
      await aPublishedAd(manager, { title: "Dite" });
      await queueAdAlertsJob.run(at(tx, 1), { asOf: hours(tx, 1) });
      const closed = await aPublishedAd(manager, { title: "Clôturée", specialties: ["B7"] });
      await closeAd(manager, { adId: closed.adId, reason: "Pourvue en interne", tellApplicants: false });
      expect(await runAt(tx, 2)).toEqual({ people: 1, mails: 0 });
      await aPublishedAd(at(manager, 2), { title: "Encore", specialties: ["B7"] });
      expect(await runAt(tx, 4)).toEqual({ people: 1, mails: 1 });
      expect(JSON.stringify((await newsOf(tx))[0]?.props)).toContain("Encore");
    }));

  test("EI-16 two workers at once: one mail a person", () =>
    onCommittedCopy("search_news_twice", async (db) => {
      const ctx = testCtx(db);
      await furnish(ctx);
      for (let count = 0; count < 8; count++) await save(await someone(ctx), "Tout", "");
      await aPublishedAd(at(await managerOf(ctx, "054"), 1));
      await Promise.all([runAt(ctx, 2), runAt(ctx, 2)]);
      expect(await newsOf(ctx)).toHaveLength(8);
      expect(await ctx.db.$count(savedSearches, eq(savedSearches.seenUntil, hours(ctx, 2)))).toBe(8);
    }));
});
