import { expect, test } from "./support/test";

interface Found {
  readonly results: readonly { readonly name: string; readonly siren?: string; readonly postcode?: string; readonly detail?: string }[];
}

test("IEL-01 EC-03 an authority is found by its name, in spite of a typing mistake, by its postcode and by its SIREN", async ({
  request,
}) => {
  for (const q of ["Cachan", "mairie de cachan", "Cacahn", "94230", "219400165", "219 400 165", "Cachan 94"]) {
    const answer = await request.get("/api/references/authorities", { params: { q } });
    expect(answer.status(), q).toBe(200);
    expect(answer.headers()["cache-control"]).toContain("no-store");
    const [first] = ((await answer.json()) as Found).results;
    expect(first, q).toMatchObject({
      name: "Cachan",
      kind: "commune",
      siren: "219400165",
      detail: "Commune · 94230 Cachan · Val-de-Marne",
    });
  }
});

test("IEL-01 a commune is found for an address by its name, in spite of a typing mistake, and by its postcode", async ({ request }) => {
  for (const q of ["Cachan", "cachna", "94230", "942"]) {
    const { results } = (await (await request.get("/api/references/communes", { params: { q, limit: 20 } })).json()) as Found;
    expect(results, q).toContainEqual(expect.objectContaining({ name: "Cachan", postcode: "94230", department: "Val-de-Marne" }));
  }
});

test("IEL-01 a search that cannot be one is refused in French, one with nothing to find is empty", async ({ request }) => {
  for (const list of ["authorities", "communes"]) {
    const path = `/api/references/${list}`;
    for (const [params, field, message] of [
      [{ q: "Cachan", limit: "0" }, "limit", "Au moins 1."],
      [{ q: "Cachan", limit: "cent" }, "limit", "Indiquez un nombre."],
      [{ q: "Cachan", limit: "500" }, "limit", "20 au plus."],
      [{ q: "a".repeat(101) }, "q", "100 caractères au maximum."],
    ] as const) {
      const answer = await request.get(path, { params });
      expect(answer.status(), JSON.stringify(params)).toBe(422);
      expect(await answer.json()).toMatchObject({ message: "Cette recherche n’est pas valide.", fieldErrors: { [field]: [message] } });
    }
    for (const q of ["", "%", "zzzzqqqq", "'; drop table authorities; --"]) {
      const answer = await request.get(path, { params: { q } });
      expect(answer.status(), q).toBe(200);
      expect(((await answer.json()) as Found).results, q).toEqual([]);
    }
  }
  const wrongSiren = await request.get("/api/references/authorities", { params: { q: "219400166" } });
  expect(await wrongSiren.json()).toMatchObject({ results: [], hint: expect.stringContaining("n’est pas valide") });
});
