import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isCleanText } from "@/lib/core/text";
import { managedAdSearchOf } from "./ads-table";
import { auditSearchOf } from "./audit-table";
import { changeSearchOf } from "./changes-table";
import { interventionSearchOf } from "./interventions-table";
import { dossierSearchOf, pieceSearchOf } from "./dossiers-table";
import { mailsSearchOf } from "./mails-table";
import { peopleSearchOf } from "./people-table";
import { receivedSearchOf } from "./received-table";
import { requestSearchOf } from "./requests-table";

const id = "01a1fdb4-b39a-7a04-aa36-44427c7255c6";

test("AD-10 the address of the list of people says what is searched; what it should not hold is left out", () => {
  expect(peopleSearchOf({ q: " Lefèvre  ", role: "manager", state: "blocked", sort: "createdAt", dir: "desc", after: id }).search).toEqual({
    query: "Lefèvre",
    sort: "createdAt",
    direction: "desc",
    role: "manager",
    state: "blocked",
    after: id,
    before: null,
  });
  expect(peopleSearchOf({ role: "king", state: "x", sort: "passwordHash", after: "1-or-true" }).search).toEqual({
    query: "",
    sort: "name",
    direction: "asc",
    role: undefined,
    state: undefined,
    after: null,
    before: null,
  });
});

test("AD-04 the address of the queue of pieces says whose and which; one’s own structures unless told, and nothing else gets through", () => {
  expect(pieceSearchOf({ q: "durand", structure: id, bloc: ["bank", "x"], accord: "second", dir: "desc", after: id }).search).toEqual({
    query: "durand",
    where: id,
    blocks: ["bank"],
    second: "second",
    direction: "desc",
    after: id,
  });
  expect(pieceSearchOf({ structure: "' or 1=1", bloc: "", accord: "trois", after: "1" }).search).toMatchObject({
    where: "own",
    blocks: [],
    second: undefined,
    after: null,
  });
  expect(dossierSearchOf({ structure: "toutes", etat: "bientot", sort: "completeUntil" }).search).toMatchObject({
    where: "all",
    completeness: "bientot",
    sort: "completeUntil",
  });
});

test("AD-13 the address of the journal says what is searched; a day that does not exist is left out", () => {
  expect(
    auditSearchOf({ who: "marc", action: "account.", sensitive: "yes", since: "2026-02-28", until: "2026-02-31", after: "120" }).search,
  ).toEqual({
    who: "marc",
    whose: "",
    action: "account.",
    sensitive: true,
    since: "2026-02-28",
    until: "",
    direction: "desc",
    after: 120,
    before: null,
  });
  expect(auditSearchOf({ since: "hier", until: "0000-01-01", after: "9".repeat(40), sensitive: "no" }).search).toMatchObject({
    since: "",
    after: null,
    sensitive: false,
  });
});

test("AD-14 the address of the list of mails says what is searched", () => {
  expect(mailsSearchOf({ state: "failed", q: "a@b.fr", after: `1764000000000_${id}` }).search).toEqual({
    state: "failed",
    address: "a@b.fr",
    after: `1764000000000_${id}`,
  });
  expect(mailsSearchOf({ before: `1764000000000_${id}` }).search).toEqual({ before: `1764000000000_${id}` });
  expect(mailsSearchOf({ state: "lost", after: "x", before: "y" }).search).toEqual({});
});

test("AD-02 AD-05 AD-08 EI-99 the addresses of the trainers’ lists say what is searched; what is no identifier nor day is left out", () => {
  const sound = { q: "durand", structure: id, after: id, dir: "desc" };
  const found = { query: "durand", structureId: id, after: id, direction: "desc" };
  expect(requestSearchOf({ ...sound, etat: "correction", age: "14" }).search).toMatchObject({
    ...found,
    state: "correction",
    olderThan: 14,
  });
  expect(changeSearchOf(sound).search).toEqual(found);
  expect(managedAdSearchOf({ ...sound, state: "closed" }).search).toEqual({ ...found, state: "closed" });
  expect(interventionSearchOf({ ...sound, du: "2026-02-28", au: "2026-02-31" }).search).toEqual({
    ...found,
    from: "2026-02-28",
    until: undefined,
  });
  expect(receivedSearchOf({ etat: "waiting", sort: "sentAt", after: "1-or-true" }).search).toMatchObject({
    state: undefined,
    sort: "sentAt",
    after: null,
  });
  for (const read of [requestSearchOf, changeSearchOf, managedAdSearchOf, interventionSearchOf])
    expect(read({ structure: "054" }).search.structureId).toBeUndefined();
});

describe("AD-10 AD-13 AD-14 whatever stands in the address", () => {
  const value = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.string()),
    fc.constantFrom("\0", "\uD800", "x".repeat(10_000), "2026-13-45", "-1", "__proto__"),
  );
  const names = [
    "q",
    "sort",
    "dir",
    "after",
    "before",
    "columns",
    "role",
    "state",
    "who",
    "whose",
    "action",
    "sensitive",
    "since",
    "until",
    "structure",
    "specialite",
    "age",
    "etat",
    "du",
    "au",
    "__proto__",
  ];
  test.each([
    ["people", peopleSearchOf],
    ["the journal", auditSearchOf],
    ["mails", mailsSearchOf],
    ["requests", requestSearchOf],
    ["demands of change", changeSearchOf],
    ["ads", managedAdSearchOf],
    ["interventions", interventionSearchOf],
    ["applications", receivedSearchOf],
  ] as const)("the page of %s takes it", (_, read) => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), value), (params) => {
        const { search } = read(params);
        // A control character in a search would be refused by the database.
        for (const text of Object.values(search)) if (typeof text === "string") expect(isCleanText(text)).toBe(true);
      }),
    );
  });
});
