import { describe, expect, test } from "vitest";
import { changeTableState, isNarrowed, parseTableState, tableAddress, type TableSpec } from "./table-state";

const spec = {
  sorts: ["createdAt", "name"],
  direction: "desc",
  columns: ["email", "phone"],
  hidden: ["phone"],
  filters: { status: ["open", "closed"], place: "text", codes: "texts", since: "day" },
} as const satisfies TableSpec;

const address = (params: Record<string, string | string[]>) => tableAddress("/gestion/personnes", spec, parseTableState(spec, params));

describe("the address of a list", () => {
  test("an empty address is the default state, and the default state an empty address", () => {
    expect(parseTableState(spec, {})).toEqual({
      q: "",
      sort: "createdAt",
      dir: "desc",
      after: null,
      before: null,
      columns: ["email"],
      filters: { status: [], place: "", codes: [], since: "" },
    });
    expect(address({})).toBe("/gestion/personnes");
  });

  test("unknown sorts, directions, columns, filters and values are dropped", () => {
    expect(
      address({
        sort: "password",
        dir: "sideways",
        columns: ["secret", "email"],
        status: ["open; drop table", "nope"],
        role: "admin",
        since: "hier",
      }),
    ).toBe("/gestion/personnes");
  });

  test("a cursor with characters that no cursor has is dropped", () => {
    expect(parseTableState(spec, { after: "'; --" }).after).toBeNull();
    expect(parseTableState(spec, { after: "0198f2~Martin" }).after).toBe("0198f2~Martin");
  });

  test("one page at a time: after wins over before", () => {
    expect(parseTableState(spec, { after: "a", before: "b" })).toMatchObject({ after: "a", before: null });
  });

  test("what is typed is tidied and bounded", () => {
    expect(parseTableState(spec, { q: `  Claire   Martin ${"x".repeat(500)}` }).q).toHaveLength(200);
    expect(parseTableState(spec, { q: "  Claire   Martin " }).q).toBe("Claire Martin");
  });

  test("several texts under one name are kept once each, in their order, and bounded", () => {
    expect(parseTableState(spec, { codes: ["B7", " A3 ", "B7", ""] }).filters.codes).toEqual(["B7", "A3"]);
    expect(parseTableState(spec, { codes: Array.from({ length: 500 }, (_, index) => `C${index}`) }).filters.codes).toHaveLength(50);
    expect(address({ codes: ["B7", "A3"] })).toBe("/gestion/personnes?codes=B7&codes=A3");
  });

  test("an address read and written again is the same", () => {
    const full =
      "/gestion/personnes?q=Martin&status=open&status=closed&place=Cachan&since=2026-11-01&sort=name&dir=desc&columns=email&columns=phone&after=abc";
    expect(
      address({
        q: "Martin",
        status: ["closed", "open"],
        place: "Cachan",
        since: "2026-11-01",
        sort: "name",
        dir: "desc",
        columns: ["phone", "email"],
        after: "abc",
      }),
    ).toBe(full);
  });

  test("hiding every column is a choice that the address keeps", () => {
    const state = changeTableState(parseTableState(spec, {}), { columns: [] });
    expect(tableAddress("/l", spec, state)).toBe("/l?columns=");
    expect(parseTableState(spec, { columns: "" }).columns).toEqual([]);
  });
});

describe("changing the state of a list", () => {
  const third = parseTableState(spec, { after: "abc", status: "open" });

  test("another sort or filter goes back to the first page and keeps the rest", () => {
    expect(changeTableState(third, { sort: "name", dir: "asc" })).toMatchObject({ after: null, filters: { status: ["open"] } });
    expect(changeTableState(third, { filters: { place: "Cachan" } })).toMatchObject({
      after: null,
      filters: { status: ["open"], place: "Cachan" },
    });
  });

  test("the next page keeps everything else", () => {
    expect(changeTableState(third, { after: "def" })).toMatchObject({ after: "def", filters: { status: ["open"] } });
  });

  test("a list is narrowed by a search or a filter, not by its sort", () => {
    expect(isNarrowed(third)).toBe(true);
    expect(isNarrowed(parseTableState(spec, { sort: "name", columns: "phone" }))).toBe(false);
  });
});
