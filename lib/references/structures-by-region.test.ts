import { describe, expect, test } from "vitest";
import { readDivisions } from "./import/read-divisions";
import { mainlandOutlines, mainlandView, overseasOutlines, overseasView } from "./region-outlines.data";
import { structuresByRegion } from "./structures-by-region";

const regions = [
  { code: "27", name: "Bourgogne-Franche-Comté" },
  { code: "44", name: "Grand Est" },
  { code: "94", name: "Corse" },
];
const structure = (kind: "delegation" | "institute" | "headquarters", name: string, ...regionCodes: string[]) => ({
  kind,
  name,
  regionCodes,
});

describe("EI-03 structures by region", () => {
  test("EI-03 the delegation comes first, then institutes by their French names, then the headquarters", () => {
    const found = structuresByRegion(regions, [
      structure("headquarters", "Siège", "44"),
      structure("institute", "Institut de Metz", "44"),
      structure("institute", "Institut d’Épinal", "44"),
      structure("delegation", "Délégation Grand Est", "44"),
    ]);
    expect(found.regions[1]?.structures.map(({ name }) => name)).toEqual([
      "Délégation Grand Est",
      "Institut d’Épinal",
      "Institut de Metz",
      "Siège",
    ]);
  });

  test("EI-03 a structure in charge of two regions is found in both; regions keep their order, one without any stays", () => {
    const east = structure("delegation", "Délégation de l’Est", "27", "44");
    const { regions: found } = structuresByRegion(regions, [east]);
    expect(found.map(({ region, structures }) => [region.code, structures])).toEqual([
      ["27", [east]],
      ["44", [east]],
      ["94", []],
    ]);
  });

  test("EI-03 a structure of no region, or of a territory that is not on the map, is kept apart rather than lost", () => {
    const [none, far] = [structure("institute", "Institut à distance"), structure("delegation", "Délégation du Pacifique", "988")];
    const found = structuresByRegion(regions, [none, far, structure("delegation", "Délégation Corse", "94")]);
    expect(found.elsewhere).toEqual([far, none]);
  });
});

describe("EI-03 the map", () => {
  const drawn = [...mainlandOutlines.map(({ code }) => code), ...Object.keys(overseasOutlines)];

  test("EI-03 every region of the references is drawn once, and nothing else", async () => {
    const all = (await readDivisions()).regions;
    expect(mainlandOutlines.map(({ code }) => code).toSorted()).toEqual(
      all
        .filter(({ zone }) => zone === "metro")
        .map(({ code }) => code)
        .toSorted(),
    );
    expect(drawn.toSorted()).toEqual(
      all
        .filter(({ zone }) => zone !== "com")
        .map(({ code }) => code)
        .toSorted(),
    );
  });

  test("EI-03 the name written on each outline is the region’s own", async () => {
    const names = new Map((await readDivisions()).regions.map(({ code, name }) => [code, name]));
    const bare = (name: string | undefined) => name?.replaceAll(/[ -]/gu, "");
    for (const { code, label } of mainlandOutlines) expect(bare(label.lines.join(""))).toBe(bare(names.get(code)));
  });

  test("EI-03 outlines stay inside their frame, and labels too", () => {
    const drawings = [
      ...mainlandOutlines.map(({ path }) => ({ path, ...mainlandView })),
      ...Object.values(overseasOutlines).map((path) => ({ path, ...overseasView })),
    ];
    for (const { path, width, height } of drawings) {
      const corners = cornersOf(path);
      expect(corners.length).toBeGreaterThan(10);
      expect(corners.filter(({ x, y }) => x < 0 || y < 0 || x > width || y > height)).toEqual([]);
    }
    for (const { label } of mainlandOutlines) {
      expect(label.x).toBeLessThan(mainlandView.width);
      expect(label.y).toBeLessThan(mainlandView.height);
    }
  });
});

/** The corners of an outline, as it is written: an absolute start, then relative steps. */
function cornersOf(path: string): { x: number; y: number }[] {
  return [...path.matchAll(/M([^l]+)l([^z]+)z/gu)].flatMap(([, start = "", steps = ""]) => {
    const [first = [], ...moves] = [start, ...(steps.match(/-?\d+[ -]?-?\d+/gu) ?? [])].map((pair) =>
      (pair.match(/-?\d+/gu) ?? []).map(Number),
    );
    const corners = [{ x: first[0] ?? Number.NaN, y: first[1] ?? Number.NaN }];
    for (const [dx = Number.NaN, dy = Number.NaN] of moves) {
      const last = corners.at(-1);
      if (last !== undefined) corners.push({ x: last.x + dx, y: last.y + dy });
    }
    return corners;
  });
}
