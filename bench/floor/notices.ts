import { date, integer, pgSchema, text } from "drizzle-orm/pg-core";

/** The table that the floor's pages read: it is no part of the site. */
export const notices = pgSchema("bench").table("notices", {
  id: integer().primaryKey(),
  region: integer().notNull(),
  specialty: integer().notNull(),
  publishedOn: date("published_on").notNull(),
  title: text().notNull(),
  place: text().notNull(),
  summary: text().notNull(),
  views: integer().notNull().default(0),
});

export const regionsCount = 18;
export const specialtiesCount = 60;
export const noticesCount = 43_200;

/** Forty rows for each region and specialty: any filter fills a list of twenty. */
export const makeNotices = `
  create schema if not exists bench;
  create table if not exists bench.notices (
    id integer primary key, region integer not null, specialty integer not null, published_on date not null,
    title text not null, place text not null, summary text not null, views integer not null default 0);
  truncate bench.notices;
  insert into bench.notices
  select n, 1 + n % ${regionsCount}, 1 + (n / ${regionsCount}) % ${specialtiesCount}, date '2026-01-01' + n % 300,
    'Formation numéro ' || n || ', prise de poste et gestion', 'Commune de la session ' || n % 97,
    'Trois jours en présentiel puis deux classes virtuelles, évaluation en fin de parcours, places limitées à quinze personnes. Les repas sont pris sur place, les déplacements remboursés sur justificatif, et une attestation est remise à chacun au dernier jour de la session numéro ' || n || ' ; le programme complet, les dates et les conditions sont donnés à la page de la formation.'
  from generate_series(1, ${noticesCount}) n;
  create index if not exists notices_list on bench.notices (region, specialty, published_on desc);
  analyze bench.notices;`;
