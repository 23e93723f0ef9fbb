import { type Actor, hasRole } from "@/lib/core/ctx";
import { no, type Verdict, yes } from "@/lib/core/refusal";

const administration = no("Seule l’administration nationale consulte le journal.");
const isAdministrator = (actor: Actor): Verdict => (hasRole(actor, "administrator") ? yes : administration);

export const can = { seeAudit: isAdministrator, exportAudit: isAdministrator } as const;
