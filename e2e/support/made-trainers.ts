import { siteDatabase } from "./database";
import { aPerson, type MadePerson } from "./made-people";

/** Passes the doors of the Espace Intervenants: consent given, terms accepted. */
export async function enterTrainers(accountId: string): Promise<void> {
  const sql = await siteDatabase();
  await sql`insert into app_consents (account_id, application, scopes, mode, decided_at, last_used_at)
    values (${accountId}, 'intervenants', ${["first_name", "last_name", "address", "birth"]}::data_scope[], 'always', now(), now())`;
  await sql`insert into terms_acceptances (account_id, application, document, version, accepted_at) values (${accountId}, 'intervenants', 'intervenants-terms', '2026-11', now())`;
}

export interface MadeTrainer extends MadePerson {
  readonly profileId: string;
  readonly alertToken: string;
}

/** A person who has passed the doors, with a validated profile: Finances, Grand Est, and alerts on both. */
export async function aTrainer({ lastName = "Fleur" }: { lastName?: string } = {}): Promise<MadeTrainer> {
  const sql = await siteDatabase();
  const person = await aPerson({ lastName });
  await enterTrainers(person.id);
  const answers = {
    firstName: person.firstName,
    lastName,
    personalMobile: "06 12 34 56 78",
    regions: ["44"],
    alerts: ["specialties", "regions"],
  };
  const [profile] = await sql<{ id: string; alert_token: string }[]>`
    insert into trainer_profiles (account_id, state, answers, home_structure_id, identity_key, updated_at, validated_at)
    values (${person.id}, 'validated', ${sql.json(answers)}, (select id from structures where code = '054'), ${person.id}, now(), now())
    returning id, alert_token`;
  if (profile === undefined) throw new Error("no profile");
  await sql`
    insert into cv_entries (profile_id, first_name, last_name, home_structure_id, status, specialty_codes, sub_specialty_codes, region_codes, facets, alerts, validated_at, updated_at)
    values (${profile.id}, ${person.firstName}, ${lastName}, (select id from structures where code = '054'), 'none', ${["A3"]}, ${["A3A"]}, ${["44"]},
      ${["s:A3", "u:A3A", "r:44"]}, ${["specialties", "regions"]}, now(), now())`;
  return { ...person, profileId: profile.id, alertToken: profile.alert_token };
}

export interface MadeAd {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

/** An open ad of structure 054: Finances, Grand Est, with a title that stands in no other. */
export async function anOpenAd(): Promise<MadeAd> {
  const sql = await siteDatabase();
  const number = `0549${String(Math.floor(Math.random() * 10_000_000)).padStart(7, "0")}`;
  const title = `Animer l’atelier ${number}`;
  const [ad] = await sql<{ id: string }[]>`
    insert into ads (state, number, structure_id, title, description, profile_sought, starts_on, ends_on, deadline_on, region_codes, specialty_codes, sub_specialty_codes, contact_name, contact_address, published_at)
    values ('published', ${number}, (select id from structures where code = '054'), ${title}, 'Deux jours.', 'Une personne du métier.',
      current_date + 60, current_date + 61, current_date + 30, ${["44"]}, ${["A3"]}, ${["A3A"]}, 'Marc Lambert', 'contact@exemple.fr', now())
    returning id`;
  if (ad === undefined) throw new Error("no ad");
  return { id: ad.id, number, title };
}
