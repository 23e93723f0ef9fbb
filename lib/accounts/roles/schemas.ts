import { z } from "zod";
import { identifier, optionalLine } from "@/lib/core/fields";
import { roles, roleScopes } from "./vocabulary";

/** What a combo box posts: an identifier, nothing, or (without JavaScript) the text that was typed, looked up by the verb. */
const chosen = optionalLine(200);

export const grantRoleInput = z
  .strictObject({
    accountId: identifier,
    role: z.enum(roles, { error: "Choisissez un rôle." }),
    structureId: chosen,
    authorityId: chosen,
  })
  .transform(({ accountId, role, structureId, authorityId }, context) => {
    const scope = roleScopes[role];
    const missing = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
    if (scope === "structure" && structureId === null) missing("structureId", "Indiquez la structure à laquelle ce rôle est limité.");
    if (scope === "authority" && authorityId === null) missing("authorityId", "Indiquez la collectivité à laquelle ce rôle est limité.");
    return {
      accountId,
      role,
      structureId: scope === "structure" ? structureId : null,
      authorityId: scope === "authority" ? authorityId : null,
    };
  });
export type GrantRoleInput = z.output<typeof grantRoleInput>;

export const withdrawRoleInput = z.strictObject({ grantId: identifier });
export type WithdrawRoleInput = z.output<typeof withdrawRoleInput>;
