import { expect, test } from "vitest";
import { inRolledBackTx, testCtx, testNow } from "@/db/testing/rollback";
import { furnish, managerOf } from "../testing/ad-stage";
import { aTrainer } from "../testing/profile-stage";
import { listRequests, type RequestSearch } from "./list-requests";

const everything: RequestSearch = { query: "", state: "submitted", direction: "asc", after: null };
const minutes = (count: number) => new Date(testNow.getTime() + count * 60_000);

test("AD-02 the total of the queue is the same on each of its pages, whether or not it has a second one", () =>
  inRolledBackTx(async (tx) => {
    const ctx = testCtx(tx.db);
    await furnish(ctx);
    const manager = await managerOf(ctx, "054");
    expect(await listRequests(manager, everything)).toEqual({ requests: [], next: null, total: { count: 0, capped: false } });
    for (let sent = 0; sent < 50; sent += 1)
      await aTrainer({ ...ctx, now: minutes(sent) }, { state: "submitted", lastName: `Personne${sent}`, lines: [] });
    const alone = await listRequests(manager, everything);
    expect([alone.requests.length, alone.next, alone.total]).toEqual([50, null, { count: 50, capped: false }]);
    await aTrainer({ ...ctx, now: minutes(50) }, { state: "submitted", lastName: "Dernière", lines: [] });
    const first = await listRequests(manager, everything);
    expect([first.requests.length, first.requests[0]?.lastName, first.total.count]).toEqual([50, "Personne0", 51]);
    const second = await listRequests(manager, { ...everything, after: first.next });
    expect([second.requests.map(({ lastName }) => lastName), second.next, second.total.count]).toEqual([["Dernière"], null, 51]);
  }));

test("AD-02 a page whose mark was sent again meanwhile begins at the first one: nobody waits unseen", () =>
  inRolledBackTx(async (tx) => {
    const ctx = testCtx(tx.db);
    await furnish(ctx);
    const manager = await managerOf(ctx, "054");
    const [, marked] = [
      await aTrainer(ctx, { state: "submitted", lastName: "Première", lines: [] }),
      await aTrainer({ ...ctx, now: minutes(5) }, { state: "submitted", lastName: "Marque", lines: [] }),
    ];
    await aTrainer({ ...ctx, now: minutes(2) }, { state: "submitted", lastName: "Entre", lines: [] });
    const page = await listRequests(manager, { ...everything, after: marked.requestId });
    expect(page.requests.map(({ lastName }) => lastName)).toEqual(["Première", "Entre", "Marque"]);
  }));
