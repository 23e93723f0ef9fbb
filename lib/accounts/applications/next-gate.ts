import { and, eq } from "drizzle-orm";
import { accounts, termsAcceptances } from "@/db/schema/accounts";
import { noteUse } from "@/lib/accounts/consents/note-use";
import { applicationsOfRoles, isFit, rulesOfApplications } from "@/lib/accounts/passwords/rules";
import type { Ctx, SignedIn } from "@/lib/core/ctx";
import { absent } from "@/lib/core/refusal";
import { applicationOf } from "./applications.data";
import { mayOpen } from "./policy";
import { missingScopes, readConsents } from "./read-consents";
import type { ApplicationId, DataScope } from "./vocabulary";

/** What a person must still do before entering an application, in this order. */
export type Gate =
  | {
      readonly kind: "consent";
      readonly scopes: readonly DataScope[];
      /** Others were accepted before: these are new. */ readonly further: boolean;
    }
  | {
      readonly kind: "terms";
      readonly document: string;
      readonly title: string;
      readonly version: string;
      /** An earlier version was accepted. */ readonly renewed: boolean;
    }
  | { readonly kind: "password" };

/** The next door to pass before an application opens; null when it is open (MC-13, MC-14, MC-03). */
export async function nextGate(ctx: Ctx, id: ApplicationId): Promise<Gate | null> {
  const { actor } = ctx;
  if (actor.kind !== "account" || !mayOpen(actor, id).allowed) throw absent();
  const { scopes, terms, passwordRules } = applicationOf(id);
  const [consents, acceptedVersions, fit] = await Promise.all([
    scopes.length === 0 ? [] : readConsents(ctx, actor, id),
    terms === null ? ([] as string[]) : readAccepted(ctx, actor, id, terms.document),
    passwordRules.length === 0 ? true : hasFitPassword(ctx, actor, id),
  ]);
  const missing = missingScopes(id, consents);
  if (missing.length > 0) return { kind: "consent", scopes: missing, further: missing.length < scopes.length };
  if (terms !== null && !acceptedVersions.includes(terms.version)) return { kind: "terms", ...terms, renewed: acceptedVersions.length > 0 };
  if (!fit) return { kind: "password" };
  await noteUse(ctx, consents);
  return null;
}

async function readAccepted(ctx: Ctx, actor: SignedIn, id: ApplicationId, document: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ version: termsAcceptances.version })
    .from(termsAcceptances)
    .where(
      and(eq(termsAcceptances.accountId, actor.accountId), eq(termsAcceptances.application, id), eq(termsAcceptances.document, document)),
    );
  return rows.map(({ version }) => version);
}

async function hasFitPassword(ctx: Ctx, actor: SignedIn, id: ApplicationId): Promise<boolean> {
  const [account] = await ctx.db.select({ classes: accounts.passwordClasses }).from(accounts).where(eq(accounts.id, actor.accountId));
  const ids = new Set([id, ...applicationsOfRoles(actor.grants.map(({ role }) => role))]);
  return isFit(account?.classes ?? [], rulesOfApplications([...ids]));
}
