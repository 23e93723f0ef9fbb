import { and, eq, getTableColumns } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { dossierLooks, dossierOpenings, dossiers } from "@/db/schema/dossiers";
import { structures } from "@/db/schema/references";
import { trainerProfiles } from "@/db/schema/trainers";
import { mine } from "@/lib/accounts/identity/policy";
import type { Ctx } from "@/lib/core/ctx";
import { beyond, type Order, orderBy, pageOf } from "@/lib/core/keyset";

const pageSize = 50;
const order: Order = { columns: [dossierLooks.at, dossierLooks.id], direction: "desc" };

/** "Qui a consulté mes documents": who, for whom, when, what and why, newest first (EI-98). One's own dossier only. */
export async function listOwnLooks(ctx: Ctx, after: string | null) {
  const { accountId } = mine(ctx.actor);
  const { id, kind, block, slot, at } = getTableColumns(dossierLooks);
  const rows = await ctx.db
    .select({
      id,
      kind,
      block,
      slot,
      at,
      firstName: accounts.firstName,
      lastName: accounts.lastName,
      structure: structures.name,
      reason: dossierOpenings.reason,
    })
    .from(dossierLooks)
    .innerJoin(dossierOpenings, eq(dossierOpenings.id, dossierLooks.openingId))
    .innerJoin(dossiers, eq(dossiers.id, dossierLooks.dossierId))
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, dossiers.profileId))
    .leftJoin(accounts, eq(accounts.id, dossierLooks.accountId))
    .leftJoin(structures, eq(structures.id, dossierOpenings.structureId))
    .where(and(eq(trainerProfiles.accountId, accountId), after === null ? undefined : beyond(dossierLooks, order, after)))
    .orderBy(...orderBy(order))
    .limit(pageSize + 1);
  const { page, next } = pageOf(rows, pageSize);
  return {
    looks: page.map(({ firstName, lastName, structure, ...look }) => ({
      ...look,
      who: firstName === null ? "Compte supprimé" : `${firstName} ${lastName}`,
      structure: structure ?? "Administration nationale",
    })),
    next,
  };
}
export type OwnLook = Awaited<ReturnType<typeof listOwnLooks>>["looks"][number];
