import { auditLook } from "@/lib/audit/audit";
import { roleLabels } from "@/lib/accounts/roles/vocabulary";
import type { Ctx } from "@/lib/core/ctx";
import type { CsvCell } from "@/lib/core/csv";
import { ensure } from "@/lib/core/refusal";
import { findPeople } from "./list-people";
import type { PeoplePage, PeopleSearch, PersonLine } from "./people-page";
import { can } from "./policy";
import { personStateLabels } from "./vocabulary";

const batchSize = 500;

export const peopleCsvHeader = ["Nom", "Prénom", "Adresse électronique", "Rôles", "État", "Compte créé le", "Dernière connexion"];

/** The people found, as lines of a file, batch after batch; the export is recorded before its first line (AD-10, AD-13). */
export async function exportPeople(
  ctx: Ctx,
  search: Omit<PeopleSearch, "after" | "before">,
): Promise<AsyncGenerator<readonly (readonly CsvCell[])[]>> {
  ensure(can.exportPeople(ctx.actor));
  // What was searched may be a name: that there was a search is enough.
  await auditLook(ctx, {
    action: "account.export",
    details: { role: search.role ?? null, state: search.state ?? null, searched: search.query !== "" },
  });
  return batches(ctx, search);
}

async function* batches(ctx: Ctx, search: Omit<PeopleSearch, "after" | "before">): AsyncGenerator<readonly (readonly CsvCell[])[]> {
  const found = await findPeople(ctx, { ...search, after: null, before: null });
  let after: string | null = null;
  do {
    const page: PeoplePage = await found.page({ ...search, after, before: null }, batchSize);
    yield page.people.map(lineOf);
    after = page.next;
  } while (after !== null);
}

const lineOf = ({ lastName, firstName, address, roles, blockedAt, createdAt, lastSignInAt }: PersonLine): readonly CsvCell[] => [
  lastName,
  firstName,
  address,
  roles.map(({ role, scope }) => (scope === null ? roleLabels[role] : `${roleLabels[role]} (${scope})`)).join(", "),
  personStateLabels[blockedAt === null ? "active" : "blocked"],
  createdAt,
  lastSignInAt,
];
