import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { roleGrants } from "@/db/schema/access";
import { accounts } from "@/db/schema/accounts";
import { auditLog } from "@/db/schema/platform";
import { makeAccount, makeSession, makeSignedIn } from "@/db/testing/factories/accounts";
import { aStructure } from "@/db/testing/factories/references";
import { inRolledBackTx, testNow } from "@/db/testing/rollback";
import type { TxCtx } from "@/lib/core/ctx";
import { csvStream } from "@/lib/core/csv";
import { exportPeople, peopleCsvHeader } from "./export-people";
import { listPeople } from "./list-people";
import type { PeopleSearch } from "./people-page";

const all: PeopleSearch = { query: "", sort: "name", direction: "asc", after: null, before: null };

const story = (tell: (tx: TxCtx) => Promise<void>) =>
  inRolledBackTx(async (tx) =>
    tell({ ...tx, actor: await makeSignedIn(tx, { role: "administrator", firstName: "Zoé", lastName: "Zzz" }) }),
  );
const named = async (tx: TxCtx, query: string, more: Partial<PeopleSearch> = {}) => {
  const { people, nearest } = await listPeople(tx, { ...all, ...more, query });
  return { names: people.map(({ firstName, lastName }) => `${firstName} ${lastName}`), nearest };
};

test("AD-10 people are found by name, in any order, without accents, and by part of an address", () =>
  story(async (tx) => {
    await makeAccount(tx, { firstName: "Inès", lastName: "Bénali", address: "ines@mairie-cachan.example" });
    await makeAccount(tx, { firstName: "Jean-Noël", lastName: "Lefèbvre" });
    for (const query of ["ines benali", "BENALI Inès", "bénal", "cachan", "ines@mairie", "INES@MAIRIE-CACHAN.EXAMPLE"])
      expect(await named(tx, query)).toEqual({ names: ["Inès Bénali"], nearest: false });
    expect(await named(tx, "jean noel")).toEqual({ names: ["Jean-Noël Lefèbvre"], nearest: false });
  }));

test("AD-10 a misspelt name gives the nearest ones and says so; a right one gives no others", () =>
  story(async (tx) => {
    await makeAccount(tx, { firstName: "Marie", lastName: "Dupont" });
    await makeAccount(tx, { firstName: "Paul", lastName: "Lefebvre" });
    await makeAccount(tx, { firstName: "Léa", lastName: "Lefevre" });
    expect(await named(tx, "marie dupond")).toEqual({ names: ["Marie Dupont"], nearest: true });
    expect(await named(tx, "Lefevre")).toEqual({ names: ["Léa Lefevre"], nearest: false });
    expect(await named(tx, "paul lefevre")).toEqual({ names: ["Paul Lefebvre"], nearest: true });
    expect(await named(tx, "xylophone")).toEqual({ names: [], nearest: false });
  }));

test("AD-10 signs that mean something to the database are letters like others in a search", () =>
  story(async (tx) => {
    await makeAccount(tx, { firstName: "Cent", lastName: "Pour" });
    for (const query of ["%", "_", "100%_", "\\", "' or true --", "%'; drop table accounts"])
      expect((await named(tx, query)).names).toEqual([]);
  }));

test("AD-10 the list is narrowed by role and by state, with roles, scopes and last sign-ins; closed accounts are not in it", () =>
  story(async (tx) => {
    const structure = await aStructure(tx, { name: "Délégation Grand Est" });
    const manager = await makeAccount(tx, { firstName: "Marc", lastName: "Lambert" });
    await tx.db.insert(roleGrants).values([
      { accountId: manager.accountId, role: "manager", structureId: structure.id, grantedAt: testNow },
      { accountId: manager.accountId, role: "course_author", grantedAt: testNow, withdrawnAt: testNow },
    ]);
    await makeSession(tx, manager.accountId, { createdAt: testNow });
    const blocked = await makeAccount(tx, { firstName: "Paul", lastName: "Bloqué" });
    await tx.db.update(accounts).set({ blockedAt: testNow, blockedReason: "x" }).where(eq(accounts.id, blocked.accountId));
    const closed = await makeAccount(tx, { firstName: "Anne", lastName: "Partie" });
    await tx.db.update(accounts).set({ closedAt: testNow }).where(eq(accounts.id, closed.accountId));

    expect((await listPeople(tx, { ...all, role: "manager" })).people).toMatchObject([
      { lastName: "Lambert", roles: [{ role: "manager", scope: "Délégation Grand Est" }], lastSignInAt: testNow, blockedAt: null },
    ]);
    expect((await named(tx, "", { role: "course_author" })).names).toEqual([]);
    expect((await named(tx, "", { state: "blocked" })).names).toEqual(["Paul Bloqué"]);
    expect((await named(tx, "", { state: "active" })).names).not.toContain("Paul Bloqué");
    expect((await named(tx, "")).names).not.toContain("Anne Partie");
  }));

test.each(["name", "createdAt"] as const)("AD-10 pages by %s show each person once, forwards and backwards, in both directions", (sort) =>
  story(async (tx) => {
    for (let index = 0; index < 119; index++) {
      // Same names and same instants, several times: the order must still be total.
      await makeAccount(tx, {
        firstName: `Éva${index % 3}`,
        lastName: `Martin${index % 5}`,
        createdAt: new Date(testNow.getTime() - (index % 4) * 1000),
      });
    }
    for (const direction of ["asc", "desc"] as const) {
      const pages: string[][] = [];
      let after: string | null = null;
      do {
        const page = await listPeople(tx, { ...all, sort, direction, after });
        expect(page.total).toEqual({ count: 120, capped: false });
        expect(page.previous === null).toBe(pages.length === 0);
        pages.push(page.people.map(({ id }) => id));
        after = page.next;
      } while (after !== null);
      expect(pages.map(({ length }) => length)).toEqual([50, 50, 20]);
      expect(new Set(pages.flat()).size).toBe(120);
      const back = await listPeople(tx, { ...all, sort, direction, before: pages[2]?.[0] ?? null });
      expect(back.people.map(({ id }) => id)).toEqual(pages[1]);
      const first = await listPeople(tx, { ...all, sort, direction, before: back.previous });
      expect(first.people.map(({ id }) => id)).toEqual(pages[0]);
      expect(first.previous).toBeNull();
    }
  }),
);

test("AD-10 the export has everybody found, whatever the number of pages, computes nothing in a spreadsheet, and is in the log", () =>
  story(async (tx) => {
    for (let index = 0; index < 60; index++) await makeAccount(tx, { firstName: "Lot", lastName: `Exporté${index}` });
    await makeAccount(tx, { firstName: "Lot", lastName: "=HYPERLINK(1)" });
    const stream = csvStream(peopleCsvHeader, await exportPeople(tx, { query: "lot", sort: "name", direction: "asc" }));
    const file = await new Response(stream).text();
    const rows = file.trimEnd().split("\r\n");
    expect(rows).toHaveLength(62);
    expect(rows[0]).toContain('"Nom";"Prénom";"Adresse électronique"');
    expect(file).toContain(`"'=HYPERLINK(1)";"Lot"`);
    const lines = await tx.db
      .select({ action: auditLog.action, details: auditLog.details })
      .from(auditLog)
      .where(eq(auditLog.action, "account.export"));
    expect(lines).toEqual([{ action: "account.export", details: { role: null, state: null, searched: true } }]);
  }));

test("AD-10 nobody but an administrator lists or exports people, and no export is announced", () =>
  inRolledBackTx(async (tx) => {
    for (const actor of [{ kind: "visitor" as const }, await makeSignedIn(tx), await makeSignedIn(tx, { role: "iel_manager" })]) {
      await expect(listPeople({ ...tx, actor }, all)).rejects.toMatchObject({ code: "forbidden" });
      await expect(exportPeople({ ...tx, actor }, all)).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await tx.db.select({ id: auditLog.id }).from(auditLog)).toEqual([]);
  }));
