import { z } from "zod";
import { identifier } from "@/lib/core/fields";
import { roles, roleScopes } from "./vocabulary";

/** What a combo box posts: an identifier, nothing, or (without JavaScript) the text that was typed. */
const chosen = (wrong: string) =>
  z
    .string()
    .trim()
    .optional()
    .transform((text) => (text === "" ? undefined : text))
    .pipe(z.uuid({ error: wrong }).optional());

export const grantRoleInput = z
  .strictObject({
    accountId: identifier,
    role: z.enum(roles, { error: "Choisissez un rôle." }),
    structureId: chosen("Choisissez la structure dans la liste qui s’affiche quand vous tapez son nom."),
    authorityId: chosen("Choisissez la collectivité dans la liste qui s’affiche quand vous tapez son nom."),
  })
  .transform(({ accountId, role, structureId, authorityId }, context) => {
    const scope = roleScopes[role];
    const missing = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
    if (scope === "structure" && structureId === undefined) missing("structureId", "Indiquez la structure à laquelle ce rôle est limité.");
    if (scope === "authority" && authorityId === undefined)
      missing("authorityId", "Indiquez la collectivité à laquelle ce rôle est limité.");
    return {
      accountId,
      role,
      structureId: scope === "structure" ? (structureId ?? null) : null,
      authorityId: scope === "authority" ? (authorityId ?? null) : null,
    };
  });
export type GrantRoleInput = z.output<typeof grantRoleInput>;

export const withdrawRoleInput = z.strictObject({ grantId: identifier });
export type WithdrawRoleInput = z.output<typeof withdrawRoleInput>;
