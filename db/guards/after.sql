-- Applied after the migrations, each time: what the application's role may do, and what nobody may.
grant usage on schema public to espaces_app;
grant select, insert, update, delete on all tables in schema public to espaces_app;
grant usage, select on all sequences in schema public to espaces_app;
grant execute on all functions in schema public to espaces_app;
revoke update, delete, truncate on audit_log from espaces_app;
-- Decisions on pieces and looks at them are told to the trainer: added, never changed (they go with the file they are about).
revoke update, delete, truncate on dossier_reviews, dossier_looks from espaces_app;
revoke all on schema drizzle from espaces_app;

-- Migration 0010 could not use yet the purpose that 0008 adds: what it put aside is copied here, once.
do $$ begin
  if to_regclass('public.phrasings_to_copy') is not null then
    insert into phrasings (purpose, structure_id, title, body, active, updated_at, updated_by)
      select 'piece', structure_id, title, body, active, updated_at, updated_by from phrasings_to_copy;
    drop table phrasings_to_copy;
  end if;
end $$;

-- The import of references refreshes the statistics that its searches are planned by (PostgreSQL 17 and later).
do $$ begin
  if current_setting('server_version_num')::integer >= 170000 then
    execute 'grant maintain on communes, commune_postcodes, authorities to espaces_app';
  end if;
end $$;

do $$ begin
  if exists (select from pg_namespace where nspname = 'pgboss') then
    grant usage on schema pgboss to espaces_app;
    grant select, insert, update, delete on all tables in schema pgboss to espaces_app;
    grant execute on all functions in schema pgboss to espaces_app;
  end if;
end $$;

-- The audit log tells what happened: lines are added, and leave only by age through purge_audit_log.
create or replace function forbid_audit_changes() returns trigger language plpgsql as $$
begin
  if current_setting('espaces.audit_purge', true) = 'on' and tg_op = 'DELETE' then
    return old;
  end if;
  raise exception 'audit_log is append-only';
end $$;

create or replace trigger audit_log_append_only
  before update or delete on audit_log
  for each row execute function forbid_audit_changes();

create or replace trigger audit_log_no_truncate
  before truncate on audit_log
  for each statement execute function forbid_audit_changes();

-- Retention: at least six months are always kept, whatever is asked.
create or replace function purge_audit_log(older_than timestamptz) returns bigint
  language plpgsql security definer set search_path = public as $$
declare removed bigint;
begin
  if older_than > now() - interval '6 months' then
    raise exception 'audit_log lines are kept for six months at least';
  end if;
  perform set_config('espaces.audit_purge', 'on', true);
  delete from audit_log where at < older_than;
  get diagnostics removed = row_count;
  perform set_config('espaces.audit_purge', 'off', true);
  return removed;
end $$;

-- What people were asked to accept stays as they read it: a published version never changes; who wrote it may be forgotten.
create or replace function forbid_published_changes() returns trigger language plpgsql as $$
begin
  if old.published_at is null then
    return coalesce(new, old);
  end if;
  if tg_op = 'UPDATE' and to_jsonb(new) - 'created_by' - 'published_by' = to_jsonb(old) - 'created_by' - 'published_by' then
    return new;
  end if;
  raise exception 'a published document version never changes';
end $$;

create or replace trigger document_versions_published_stay
  before update or delete on document_versions
  for each row execute function forbid_published_changes();
