import type { Sql } from "postgres";
import { applicationOf } from "@/lib/accounts/applications/applications.data";
import type { ApplicationId } from "@/lib/accounts/applications/vocabulary";
import { hashPassword } from "@/lib/accounts/passwords/hash-password";

export const benchPassword = "Tilleul-2026!";

export interface People {
  readonly addresses: readonly string[];
  /** Values of the cookie header, one for each session; nobody's sign-in touches them. */
  readonly cookies: readonly string[];
  /** The cookie of a person of the back office. */
  readonly administrator: string;
  /** A hash as the site stores it. */
  readonly passwordHash: string;
}

/** People with accounts, and sessions of theirs, as the sign-up and the sign-in would have left them. */
export async function makePeople(sql: Sql, secret: string, count: number): Promise<People> {
  const passwordHash = await hashPassword(benchPassword);
  await sql`
    with made as (
      insert into accounts (civility, first_name, last_name, password_hash, password_changed_at, password_classes)
      select 'mme', 'Camille', 'Mesure' || n, ${passwordHash}, now(), ${["length", "upper", "non_letter", "no_name", "lower", "digit", "special"]}
      from generate_series(1, ${count}) n returning id, last_name)
    insert into account_addresses (account_id, kind, address, canonical, proved_at)
    select id, 'main', lower(last_name) || '@exemple.fr', lower(last_name) || '@exemple.fr', now() from made`;
  await sql`insert into password_history (account_id, password_hash) select id, password_hash from accounts where last_name like 'Mesure%'`;
  const sessions = await sql<{ id: string }[]>`
    insert into login_sessions (account_id, remember, proved_at, device, network, last_seen_at, expires_at)
    select id, false, now(), 'Firefox sur Linux', '192.0.2.7', now(), now() + interval '8 hours' from accounts where last_name like 'Mesure%' returning id`;
  const [administrator, ...others] = await Promise.all(sessions.map(({ id }) => cookieOf(id, secret)));
  await makeAdministrator(sql, sessions[0]?.id ?? "");
  const addresses = Array.from({ length: count }, (_, index) => `mesure${index + 1}@exemple.fr`);
  return { addresses, cookies: others, administrator: administrator ?? "", passwordHash };
}

async function cookieOf(sessionId: string, secret: string): Promise<string> {
  const { encode } = await import("next-auth/jwt");
  return `session=${await encode({ token: { sub: sessionId }, secret, salt: "session", maxAge: 8 * 3600 })}`;
}

async function makeAdministrator(sql: Sql, sessionId: string): Promise<void> {
  const [account] = await sql<{ id: string }[]>`select account_id as id from login_sessions where id = ${sessionId}`;
  const id = account?.id ?? "";
  await sql`insert into role_grants (account_id, role, granted_at) values (${id}, 'administrator', now())`;
  await openDoors(sql, [id], "gestion");
}

/** A manager of this structure, signed in: the cookie header. */
export async function makeManager(sql: Sql, secret: string, structureId: string): Promise<{ accountId: string; cookie: string }> {
  const [made] = await sql<{ account_id: string; session_id: string }[]>`
    with made as (
      insert into accounts (civility, first_name, last_name, password_hash, password_changed_at, password_classes)
      select civility, 'Marc', 'Lambert', password_hash, now(), password_classes from accounts where last_name = 'Mesure1' returning id),
    address as (
      insert into account_addresses (account_id, kind, address, canonical, proved_at)
      select id, 'main', 'marc.lambert@exemple.fr', 'marc.lambert@exemple.fr', now() from made),
    granted as (
      insert into role_grants (account_id, role, structure_id, granted_at) select id, 'manager', ${structureId}, now() from made)
    insert into login_sessions (account_id, remember, proved_at, device, network, last_seen_at, expires_at)
    select id, false, now(), 'Firefox sur Linux', '192.0.2.7', now(), now() + interval '8 hours' from made
    returning account_id, id as session_id`;
  const { account_id: accountId = "", session_id: sessionId = "" } = made ?? {};
  await openDoors(sql, [accountId], "gestion");
  return { accountId, cookie: await cookieOf(sessionId, secret) };
}

/** An application's doors, passed by these people: consent given, terms accepted. */
export async function openDoors(sql: Sql, accountIds: readonly string[], application: ApplicationId): Promise<void> {
  const { scopes, terms } = applicationOf(application);
  await sql`
    insert into app_consents (account_id, application, scopes, mode, decided_at, last_used_at)
    select id, ${application}, ${[...scopes]}::data_scope[], 'always', now(), now() from unnest(${[...accountIds]}::uuid[]) id`;
  await sql`
    insert into terms_acceptances (account_id, application, document, version, accepted_at)
    select id, ${application}, ${terms?.document ?? ""}, ${terms?.version ?? ""}, now() from unnest(${[...accountIds]}::uuid[]) id`;
}
