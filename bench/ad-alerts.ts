import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { connect } from "@/db/client";
import type { Ctx } from "@/lib/core/ctx";
import type { Stage } from "./stage";

export interface AdAlertFigures {
  readonly subscribers: number;
  /** Milliseconds that a manager waits for a publication, the slowest of a few. */
  readonly publish: number;
  /** Seconds from the start of the job to the last mail in the outbox, for one ad told to everybody. */
  readonly queue: number;
  /** The same rows written by one statement that looks for nobody: the least that it can take. */
  readonly floor: number;
  readonly mails: number;
  /** Megabytes that the process gained meanwhile, at most. */
  readonly memory: number;
  /** New mails of a second run: none. */
  readonly again: number;
}

/** Trainers who want every ad of a region, with an account and an address each: as the wizard leaves them. */
export async function fillWithSubscribers({ sql }: Stage, count: number): Promise<void> {
  await sql`
    with people as (
      insert into accounts (civility, first_name, last_name, password_hash, password_changed_at)
      select 'm', 'Dominique', 'Alerte' || n, 'none', now() from generate_series(1, ${count}) n returning id, last_name),
    addresses as (
      insert into account_addresses (account_id, kind, address, canonical, proved_at)
      select id, 'main', lower(last_name) || '@exemple.fr', lower(last_name) || '@exemple.fr', now() from people),
    profiles as (
      insert into trainer_profiles (account_id, state, identity_key, updated_at, validated_at)
      select id, 'validated', id::text, now(), now() from people returning id)
    insert into cv_entries (profile_id, first_name, last_name, home_structure_id, status, specialty_codes, region_codes, facets, alerts, validated_at, updated_at)
    select id, 'Dominique', 'Alerte', (select id from structures order by code limit 1), 'none', ${["A3"]}, ${["44"]}, ${["s:A3", "r:44"]}, ${["specialties", "regions"]}, now(), now()
    from profiles`;
  await sql.unsafe("vacuum analyze accounts, account_addresses, trainer_profiles, cv_entries, mails");
}

/** An ad told to everybody: publishing does not wait, the job ends in seconds, and a second run sends nothing (EI-15). */
export async function measureAdAlerts({ databaseUrl }: Stage, subscribers: number): Promise<AdAlertFigures> {
  // They read the environment, which the stage has only just made.
  const [{ createAd }, { publishAd }, { queueAdAlertsJob }] = await Promise.all([
    import("@/lib/trainers/ads/create-ad"),
    import("@/lib/trainers/ads/publish-ad"),
    import("@/lib/trainers/alerts/queue-ad-alerts-job"),
  ]);
  const { sql: client, db } = connect(databaseUrl, { max: 4 });
  const [administrator] = await client<{ id: string }[]>`select id from accounts limit 1`;
  const ctx = benchCtx(db, administrator?.id ?? "");
  const runJob = async () => {
    const begun = performance.now();
    await queueAdAlertsJob.run(ctx, { asOf: ctx.now });
    return (performance.now() - begun) / 1000;
  };
  const told = async (adId: string) => {
    const [counted] = await client<
      { mails: number }[]
    >`select count(*)::int as mails from mails where kind = 'ad-alert' and cause = ${`ad:${adId}`}`;
    return counted?.mails ?? 0;
  };
  try {
    const [structure] = await client<{ id: string }[]>`select id from structures order by code limit 1`;
    const input = await anAd(structure?.id ?? "");
    const publications: number[] = [];
    let adId = "";
    for (let count = 0; count < 5; count++) {
      // One alone is told, so that the job counts the same rows once.
      await client`update ad_alert_runs set finished_at = now()`;
      ({ adId } = await createAd(ctx, input));
      const begun = performance.now();
      await publishAd(ctx, { adId });
      publications.push(performance.now() - begun);
    }
    const floor = await timeFloor(client);
    const watch = watchMemory();
    const queue = await runJob();
    const memory = watch.stop();
    const mails = await told(adId);
    await client`update ad_alert_runs set finished_at = null, after = null where ad_id = ${adId}`;
    await runJob();
    return { subscribers, publish: Math.max(...publications), queue, floor, mails, memory, again: (await told(adId)) - mails };
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function timeFloor(client: Sql): Promise<number> {
  const begun = performance.now();
  await client`
    insert into mails (kind, cause, to_address, account_id, subject, props, next_attempt_at)
    select 'floor', 'floor', address, account_id, 'Nouvelle annonce', '{}', now()
    from account_addresses where kind = 'main' and address like 'alerte%'`;
  const seconds = (performance.now() - begun) / 1000;
  await client`delete from mails where kind = 'floor'`;
  await client.unsafe("vacuum mails");
  return seconds;
}

function watchMemory() {
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 50);
  return {
    stop: () => {
      clearInterval(timer);
      return (Math.max(most, process.memoryUsage.rss()) - before) / 1_000_000;
    },
  };
}

async function anAd(structureId: string) {
  const { createAdInput } = await import("@/lib/trainers/ads/schemas");
  return createAdInput.parse({
    structureId,
    title: "Élaborer un budget communal",
    description: "Préparer, voter et exécuter le budget.",
    profileSought: "Directeur financier",
    specialties: ["A3"],
    regions: ["44"],
    startsOn: "2030-03-05",
    endsOn: "2030-03-10",
    deadlineOn: "2030-01-31",
    contactName: "Marc Lambert",
    contactAddress: "formation@exemple.fr",
  });
}

const benchCtx = (db: Ctx["db"], accountId: string): Ctx => ({
  db,
  actor: {
    kind: "account",
    accountId,
    sessionId: randomUUID(),
    firstName: "Camille",
    lastName: "Mesure",
    address: "camille.mesure@exemple.fr",
    grants: [{ role: "administrator", structureId: null, authorityId: null }],
    secondFactor: "not_asked",
    provedAt: new Date(),
    sessionExpiresAt: new Date(Date.now() + 3_600_000),
  },
  now: new Date(),
  requestId: "bench",
  network: "bench",
  device: "bench",
  inTransaction: false,
});
