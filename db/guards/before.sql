-- Applied before the migrations, each time; every statement may run again.
create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- Only tells slow statements apart; a hosted database may not let its owner have it.
do $$ begin
  create extension if not exists pg_stat_statements;
exception when insufficient_privilege or feature_not_supported or undefined_file then
  raise notice 'pg_stat_statements is not available';
end $$;

do $$ begin
  if not exists (select from pg_roles where rolname = 'espaces_app') then
    create role espaces_app nologin;
  end if;
  execute format('grant espaces_app to %I', current_user);
end $$;

-- Lower case without accents; immutable, so that indexes may use it.
create or replace function search_fold(value text) returns text
  language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent', value));

-- A place name as people type it: no accent nor punctuation, "St" written out; immutable, for generated columns.
create or replace function place_fold(value text) returns text
  language sql immutable strict parallel safe
  return btrim(regexp_replace(regexp_replace(regexp_replace(
    public.search_fold(value), '[^a-z0-9]+', ' ', 'g'), '\mst\M', 'saint', 'g'), '\mste\M', 'sainte', 'g'));

do $$ begin
  if not exists (select from pg_ts_config where cfgname = 'french_unaccent') then
    create text search configuration french_unaccent (copy = french);
    alter text search configuration french_unaccent
      alter mapping for hword, hword_part, word with unaccent, french_stem;
  end if;
end $$;

-- What can be chosen of an ad, each value with its kind ("r:44"): one array, so that one index serves any combination.
create or replace function ad_facets(structure uuid, specialties text[], sub_specialties text[], regions text[], departments text[]) returns text[]
  language sql immutable parallel safe
  return array['o:' || structure::text]
    || array(select 's:' || code from unnest(specialties) as code)
    || array(select 'u:' || code from unnest(sub_specialties) as code)
    || array(select 'r:' || code from unnest(regions) as code)
    || array(select 'd:' || code from unnest(departments) as code);
