import type { BrowserContext } from "@playwright/test";
import { hash } from "@node-rs/argon2";
import type { Role } from "@/lib/accounts/roles/vocabulary";
import { sessionCookie, siteDatabase } from "./database";
import { siteUrl } from "./site";

export const madePassword = "Tilleul-2026!";
const passwordHash = hash(madePassword, { memoryCost: 47_104, timeCost: 1, parallelism: 1 });

export interface MadePerson {
  readonly id: string;
  readonly address: string;
  readonly firstName: string;
}

let count = 0;

/** A person with an account, and perhaps a role; every story makes its own. */
export async function aPerson({
  firstName = "Camille",
  lastName = "Fleur",
  role,
}: { firstName?: string; lastName?: string; role?: Role } = {}): Promise<MadePerson> {
  const sql = await siteDatabase();
  count += 1;
  const address = `${firstName.toLowerCase()}.${process.pid}.${Date.now().toString(36)}${count}@exemple.fr`;
  const classes = ["length", "upper", "non_letter", "no_name", "lower", "digit", "special"];
  const [account] = await sql<{ id: string }[]>`
    insert into accounts (civility, first_name, last_name, password_hash, password_changed_at, password_classes)
    values ('mme', ${firstName}, ${lastName}, ${await passwordHash}, now(), ${classes}) returning id`;
  if (account === undefined) throw new Error("no account");
  await sql`insert into account_addresses (account_id, kind, address, canonical, proved_at) values (${account.id}, 'main', ${address}, ${address}, now())`;
  await sql`insert into password_history (account_id, password_hash) values (${account.id}, ${await passwordHash})`;
  if (role !== undefined) await giveRole(account.id, role);
  return { id: account.id, address, firstName };
}

async function giveRole(accountId: string, role: Role): Promise<void> {
  const sql = await siteDatabase();
  const structure = role === "manager" ? sql`(select id from structures where code = '054')` : sql`null`;
  const authority = ["principal", "operator", "agent"].includes(role)
    ? sql`(select id from authorities where code = '94016' and kind = 'commune')`
    : sql`null`;
  await sql`insert into role_grants (account_id, role, structure_id, authority_id, granted_at) values (${accountId}, ${role}, ${structure}, ${authority}, now())`;
}

/** Passes the doors of the back office: consent given, terms accepted. */
export async function enterBackOffice(accountId: string): Promise<void> {
  const sql = await siteDatabase();
  await sql`insert into app_consents (account_id, application, scopes, mode, decided_at, last_used_at)
    values (${accountId}, 'gestion', ${["first_name", "last_name", "address"]}::data_scope[], 'always', now(), now())`;
  await sql`insert into terms_acceptances (account_id, application, document, version, accepted_at) values (${accountId}, 'gestion', 'gestion-terms', '2026-11', now())`;
}

export interface SessionState {
  readonly ended?: boolean;
}

/** Opens a session without the sign-in page; gives the cookie. */
export async function openSessionOf(
  accountId: string,
  { ended = false }: SessionState = {},
): Promise<{ name: string; value: string; sessionId: string }> {
  const sql = await siteDatabase();
  const [session] = await sql<{ id: string }[]>`
    insert into login_sessions (account_id, remember, proved_at, device, network, last_seen_at, expires_at, ended_at, end_reason)
    values (${accountId}, false, now(), 'Firefox sur Linux', '192.0.2.7', now(), now() + interval '8 hours', ${ended ? sql`now()` : null}, ${ended ? "revoked" : null}) returning id`;
  if (session === undefined) throw new Error("no session");
  return { ...(await sessionCookie(session.id)), sessionId: session.id };
}

/** The browser of a person who is signed in. */
export async function signedIn(context: BrowserContext, person: MadePerson): Promise<void> {
  const { name, value } = await openSessionOf(person.id);
  await context.addCookies([{ name, value, url: siteUrl }]);
}
