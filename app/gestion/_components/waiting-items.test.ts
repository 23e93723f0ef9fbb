import { expect, test } from "vitest";
import type { JobSeen } from "@/lib/jobs/list-jobs";
import { waitingItems } from "./waiting-items";

const now = new Date("2026-11-21T09:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const calm = { mails: [], jobs: [], blocked: { count: 0, oldest: null }, pulse: ago(1), now };

const job = (state: "failed" | "succeeded"): JobSeen => ({
  name: "purge-mails",
  label: "Effacer les courriels anciens",
  nextAt: now,
  failures: 1,
  lastRun: {
    id: "1",
    job: "purge-mails",
    asOf: now,
    trigger: "schedule",
    state,
    result: null,
    error: null,
    startedAt: ago(60),
    finishedAt: null,
  },
});

test("AD-01 the dashboard shows what waits, oldest first, each with where to act", () => {
  const items = waitingItems({
    ...calm,
    mails: [
      { state: "failed", count: 3, oldest: ago(30) },
      { state: "uncertain", count: 1, oldest: ago(120) },
    ],
    jobs: [job("failed"), job("succeeded")],
    blocked: { count: 2, oldest: ago(10_000) },
  });
  expect(items.map(({ id, href }) => [id, href])).toEqual([
    ["blocked", "/gestion/personnes?state=blocked"],
    ["mails-uncertain", "/gestion/courriels?state=uncertain"],
    ["job-purge-mails", "/gestion/taches"],
    ["mails-failed", "/gestion/courriels?state=failed"],
  ]);
  expect(items.map(({ title }) => title)).toEqual([
    "2 comptes bloqués",
    "1 courriel à l’envoi incertain",
    "Tâche en échec : effacer les courriels anciens",
    "3 courriels en échec",
  ]);
});

test("AD-01 a worker that gives no sign for two minutes is told first of all", () => {
  expect(waitingItems(calm)).toEqual([]);
  expect(waitingItems({ ...calm, pulse: ago(3) })).toMatchObject([{ id: "worker", since: ago(3) }]);
  expect(waitingItems({ ...calm, pulse: null })).toMatchObject([{ id: "worker" }]);
});
