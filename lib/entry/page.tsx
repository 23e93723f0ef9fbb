import "server-only";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { forbidden, notFound, redirect, unstable_rethrow } from "next/navigation";
import type { ReactNode } from "react";
import { auditLook } from "@/lib/audit/audit";
import type { ApplicationId } from "@/lib/accounts/applications/vocabulary";
import { nextGate } from "@/lib/accounts/applications/next-gate";
import type { Ctx } from "@/lib/core/ctx";
import { isDemonstration } from "@/lib/core/env";
import { longestReturn, paths } from "@/lib/core/paths";
import { Refusal } from "@/lib/core/refusal";
import { currentCtx, currentPath } from "./current-ctx";
import { admit, type EntryPolicy } from "./policies";
import { isAllowedHost } from "./same-origin";
import { unexpected } from "./unexpected";

export interface PageSpec {
  readonly name: string;
  readonly policy: EntryPolicy;
  /** The application it belongs to: entering asks for consent, terms and a fit password first (MC-13, MC-14, MC-03). */
  readonly application?: ApplicationId;
  /** Only where demonstration data live; absent in production. */
  readonly only?: "demonstration";
}

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;
interface PageInput {
  readonly params: Readonly<Record<string, string>>;
  readonly searchParams: SearchParams;
}
interface NextPageProps {
  readonly params: Promise<Readonly<Record<string, string>>>;
  readonly searchParams: Promise<SearchParams>;
}

/** Makes a page: live session, policy and the application's doors; then the content. Pages read, they never write. */
export function page(spec: PageSpec, render: (ctx: Ctx, input: PageInput) => Promise<ReactNode>) {
  return async function Page({ params, searchParams }: NextPageProps): Promise<ReactNode> {
    const ctx = await currentCtx();
    if (spec.only === "demonstration" && !isDemonstration()) notFound();
    if (!isAllowedHost((await headers()).get("host"))) notFound();
    const verdict = admit(spec.policy, ctx.actor);
    if (!verdict.allowed) {
      if (verdict.code === "unauthenticated") redirect(await doorOf(ctx));
      await auditLook(ctx, { action: "entry.refused", details: { entry: spec.name, policy: spec.policy } });
      forbidden();
    }
    return answer(spec, ctx, async () => {
      if (spec.application !== undefined) await passGates(ctx, spec.application);
      return render(ctx, { params: await params, searchParams: await searchParams });
    });
  };
}

async function doorOf(ctx: Ctx): Promise<string> {
  const retour = await currentPath();
  return ctx.actor.kind === "account" ? paths.account.secondFactor({ retour }) : paths.account.signIn({ retour });
}

async function passGates(ctx: Ctx, application: ApplicationId): Promise<void> {
  const gate = await nextGate(ctx, application);
  if (gate !== null) redirect(paths.account.enter(application, { retour: await currentPath() }));
}

async function answer(spec: PageSpec, ctx: Ctx, render: () => Promise<ReactNode>): Promise<ReactNode> {
  try {
    return await render();
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof Refusal && error.code === "absent") notFound();
    if (error instanceof Refusal) forbidden();
    throw unexpected(error, spec.name, ctx.requestId);
  }
}

/** Title of a page; the layout adds the institution's name. */
export const titled = (title: string): Metadata => ({ title });

/** One value of the address's query; a name given twice counts as absent. */
export const text = (value: string | string[] | undefined): string | undefined =>
  typeof value === "string" && value.length <= longestReturn ? value : undefined;
