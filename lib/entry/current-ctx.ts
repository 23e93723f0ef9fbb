import "server-only";
import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { cache } from "react";
import { database } from "@/db/client";
import { readActor } from "@/lib/accounts/sessions/read-actor";
import { describeDevice, lookOnlyHeader } from "@/lib/accounts/sessions/rules";
import { systemClock } from "@/lib/core/clock";
import type { Ctx } from "@/lib/core/ctx";
import { readSessionId } from "./auth";

/** Headers that scripts/site.ts sets on every request, replacing whatever the client sent under these names. */
export const siteHeaders = { requestId: "x-request-id", clientAddress: "x-client-address", path: "x-request-path" } as const;

/** The same for whoever asks: no session is looked for, so that nothing is asked of the database. */
export async function anonymousCtx(): Promise<Ctx> {
  const list = await headers();
  return {
    db: database(),
    actor: { kind: "visitor" },
    now: systemClock.now(),
    requestId: list.get(siteHeaders.requestId) ?? randomUUID(),
    network: list.get(siteHeaders.clientAddress) ?? "unknown",
    device: describeDevice(list.get("user-agent") ?? ""),
    inTransaction: false,
  };
}

/** The context of the request being answered: one per request, whoever asks. */
export const currentCtx = cache(async (): Promise<Ctx> => {
  const [list, anonymous] = await Promise.all([headers(), anonymousCtx()]);
  const sessionId = await readSessionId();
  if (sessionId === null) return anonymous;
  return { ...anonymous, actor: (await readActor(anonymous, sessionId, { extend: !list.has(lookOnlyHeader) })) ?? anonymous.actor };
});

/** The address being shown, to come back to it after signing in. */
export const currentPath = async (): Promise<string> => (await headers()).get(siteHeaders.path) ?? "/";
