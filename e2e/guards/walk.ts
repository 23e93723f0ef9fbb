import { expect, request as newRequest, type APIRequestContext } from "@playwright/test";
import { siteDatabase } from "../support/database";
import { inBatches } from "../support/in-batches";
import { aPerson, enterBackOffice, openSessionOf } from "../support/made-people";
import { enterTrainers } from "../support/made-trainers";
import { shareOf } from "../support/profile";
import { siteUrl } from "../support/site";
import { expectedOf, type Kind, type RoleName, roleNames } from "./doors.data";
import { builtActions, readInventory, type Entry } from "./inventory";
import { rights } from "./rights-of-entries.data";

export const inventory = readInventory();
export const keyOf = ({ kind, name }: Entry) => `${kind} ${name}`;

/** The door that an entry must have for a role. A route says 401 in both cases where a page leads to two places. */
export function wantedOf(entry: Entry, role: RoleName): Kind | undefined {
  const row = rights[keyOf(entry)];
  const wanted = row?.but?.[role] ?? expectedOf(row?.policy ?? "", role);
  return entry.kind === "route" && wanted === "factor" ? "sign_in" : wanted;
}

export interface Caller {
  readonly role: RoleName;
  readonly api: APIRequestContext;
}

async function callerOf(role: RoleName, baseURL: string): Promise<Caller> {
  const headers: Record<string, string> = { "x-forwarded-for": `10.9.8.${roleNames.indexOf(role) + 1}` };
  if (role !== "visitor") {
    const cookie = await cookieOf(role);
    headers["cookie"] = `${cookie.name}=${cookie.value}`;
  }
  return { role, api: await newRequest.newContext({ baseURL, extraHTTPHeaders: { ...headers, origin: baseURL } }) };
}

async function cookieOf(role: Exclude<RoleName, "visitor">): Promise<{ name: string; value: string }> {
  const sql = await siteDatabase();
  const held = {
    person: undefined,
    agent: "agent",
    trainer: "trainer",
    manager: "manager",
    administrator: "administrator",
    no_factor: "administrator",
    blocked: "administrator",
    ended: "administrator",
  } as const;
  const grant = held[role];
  const person = await aPerson({ firstName: "Matrice", ...(grant === undefined ? {} : { role: grant }) });
  if (grant === "manager" || grant === "administrator") await enterBackOffice(person.id);
  await enterTrainers(person.id);
  if (role === "no_factor") await sql`insert into totp_secrets (account_id, secret, confirmed_at) values (${person.id}, 'sealed', now())`;
  if (role === "blocked") await sql`update accounts set blocked_at = now(), blocked_reason = 'matrice' where id = ${person.id}`;
  return openSessionOf(person.id, { ended: role === "ended" });
}

/** One caller of each role, each with a network address of its own. */
export const openCallers = (baseURL = siteUrl): Promise<Caller[]> => Promise.all(roleNames.map((role) => callerOf(role, baseURL)));

/** What became of a call: open (the content or the verb was reached), or the door that closed. */
async function knock(api: APIRequestContext, entry: Entry, extra: Record<string, string> = {}): Promise<Kind> {
  const path = entry.at.replaceAll("[application]", "gestion").replaceAll(/\[\w+\]/gu, "00000000-0000-7000-8000-000000000000");
  const answer = await api.fetch(path, { method: entry.method, maxRedirects: 0, headers: extra });
  const location = answer.headers()["location"] ?? "";
  if (location.includes("/compte/connexion/verification")) return "factor";
  if (location.includes("/compte/connexion")) return "sign_in";
  if (answer.status() === 401) return "sign_in";
  if (answer.status() === 403) return "forbidden";
  expect(answer.status(), `${entry.kind} ${entry.name}`).toBeLessThan(500);
  return "open";
}

async function callAction(
  api: APIRequestContext,
  built: { id: string; page: string },
  extra: Record<string, string> = {},
): Promise<{ kind: Kind; body: string }> {
  const answer = await api.post(built.page.replaceAll(/\[\w+\]/gu, "x"), {
    maxRedirects: 0,
    headers: { "next-action": built.id, accept: "text/x-component", ...extra },
    multipart: { "0": '[{"status":"idle"},"$K1"]', _1_unknown: "value" },
  });
  const body = await answer.text();
  expect(answer.status(), body.slice(0, 300)).toBeLessThan(500);
  const code = /"status":"refused","code":"(\w+)"/u.exec(body)?.[1];
  return {
    kind:
      code === "unauthenticated" ? (body.includes("second facteur") ? "factor" : "sign_in") : code === "forbidden" ? "forbidden" : "open",
    body,
  };
}

/** Every page and route as every role; gives what differs from the matrix. */
export async function walkPages(callers: readonly Caller[]): Promise<string[]> {
  const knocks = inventory
    .filter(({ kind }) => kind !== "action")
    // Where all may enter there is nothing to protect: a third of the callers, others for each page.
    .flatMap((entry, number) =>
      (entry.policy === "visitor" ? shareOf(callers, 3, number) : callers).map(({ role, api }) => ({ entry, role, api })),
    );
  const wrong = await inBatches(knocks, async ({ entry, role, api }) => {
    const [got, wanted] = [await knock(api, entry), wantedOf(entry, role)];
    return got === wanted ? [] : [`${keyOf(entry)} as ${role}: ${got}, expected ${wanted}`];
  });
  return wrong.flat();
}

/** Every server action as every role, called straight by its number; gives what differs from the matrix. */
export async function walkActions(callers: readonly Caller[], distDir?: string): Promise<string[]> {
  const built = builtActions(distDir);
  const calls = inventory
    .filter(({ kind, name }) => kind === "action" && name !== "session.sign_out")
    .flatMap((entry) => callers.map(({ role, api }) => ({ entry, role, api })));
  const wrong = await inBatches(calls, async ({ entry, role, api }) => {
    const action = built.find(({ filename, exportedName }) => filename.endsWith(entry.file) && exportedName === entry.at);
    if (action === undefined) return [`${keyOf(entry)} is not in the build`];
    const [{ kind: got }, wanted] = [await callAction(api, action), wantedOf(entry, role)];
    return got === wanted ? [] : [`${keyOf(entry)} as ${role}: ${got}, expected ${wanted}`];
  });
  return wrong.flat();
}
