import { expect, test } from "vitest";
import { managerItems } from "./manager-items";

const at = (day: string) => new Date(`${day}T09:00:00Z`);
const none = { count: 0, oldest: null };

test("AD-01 a manager’s dashboard puts requests, applications, changes, pieces and ads to close in one list, the oldest first", () => {
  const items = managerItems({
    requests: [
      { id: "r1", name: "Camille Durand", sentAt: at("2026-10-01"), again: false, studiedBy: null },
      { id: "r2", name: "Bruno Vidal", sentAt: at("2026-11-10"), again: true, studiedBy: "Marc Lambert" },
    ],
    allRequests: { count: 5, oldest: at("2026-10-01") },
    applications: { count: 2, oldest: at("2026-11-02") },
    changes: { count: 1, oldest: at("2026-09-01") },
    pieces: { count: 3, oldest: at("2026-11-05") },
    overdueAds: none,
  });
  expect(items.map(({ title, href }) => [title, href])).toEqual([
    ["1 demande de modification", "/gestion/intervenants/modifications"],
    ["Demande d’inscription : Camille Durand", "/gestion/intervenants/demandes/r1"],
    ["2 candidatures à étudier", "/gestion/annonces"],
    ["3 blocs de dossier à vérifier", "/gestion/dossiers"],
    ["Demande complétée : Bruno Vidal", "/gestion/intervenants/demandes/r2"],
    ["3 autres demandes d’inscription", "/gestion/intervenants/demandes"],
  ]);
  expect(items[4]?.advice).toBe("Marc Lambert l’étudie en ce moment.");
});

test("AD-01 nothing waits: nothing is shown", () => {
  expect(managerItems({ requests: [], allRequests: none, applications: none, changes: none, pieces: none, overdueAds: none })).toEqual([]);
});
