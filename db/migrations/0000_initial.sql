CREATE TYPE "public"."link_purpose" AS ENUM('confirm_registration', 'reset_password', 'prove_secondary', 'change_main', 'undo_change');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('administrator', 'manager', 'iel_manager', 'course_author', 'trainer', 'member', 'community_administrator', 'principal', 'operator', 'agent');--> statement-breakpoint
CREATE TYPE "public"."session_end" AS ENUM('signed_out', 'revoked', 'password_changed', 'password_reset', 'blocked', 'expired', 'role_changed', 'account_closed');--> statement-breakpoint
CREATE TYPE "public"."void_reason" AS ENUM('newer_link', 'too_many_codes', 'address_changed', 'account_blocked', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."address_kind" AS ENUM('main', 'secondary');--> statement-breakpoint
CREATE TYPE "public"."application_id" AS ENUM('compte', 'communautes', 'intervenants', 'inscription', 'formadist', 'gestion');--> statement-breakpoint
CREATE TYPE "public"."civility" AS ENUM('mme', 'm');--> statement-breakpoint
CREATE TYPE "public"."consent_end" AS ENUM('withdrawn', 'unused', 'replaced', 'account_closed');--> statement-breakpoint
CREATE TYPE "public"."consent_mode" AS ENUM('always', 'once', 'refused');--> statement-breakpoint
CREATE TYPE "public"."data_scope" AS ENUM('first_name', 'last_name', 'address', 'birth', 'phone');--> statement-breakpoint
CREATE TYPE "public"."file_place" AS ENUM('account_picture');--> statement-breakpoint
CREATE TYPE "public"."file_state" AS ENUM('pending', 'clean', 'infected', 'deleted');--> statement-breakpoint
CREATE TYPE "public"."file_store" AS ENUM('local', 'uploadthing', 's3');--> statement-breakpoint
CREATE TYPE "public"."job_state" AS ENUM('queued', 'running', 'succeeded', 'failed');--> statement-breakpoint
CREATE TYPE "public"."job_trigger" AS ENUM('schedule', 'catch_up', 'manual', 'cron');--> statement-breakpoint
CREATE TYPE "public"."mail_state" AS ENUM('queued', 'sending', 'sent', 'failed', 'uncertain');--> statement-breakpoint
CREATE TYPE "public"."authority_kind" AS ENUM('commune', 'intercommunality', 'department', 'region');--> statement-breakpoint
CREATE TYPE "public"."region_zone" AS ENUM('metro', 'drom', 'com');--> statement-breakpoint
CREATE TYPE "public"."structure_kind" AS ENUM('headquarters', 'delegation', 'institute');--> statement-breakpoint
CREATE TABLE "login_sessions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"account_id" uuid NOT NULL,
	"ticket_hash" text,
	"remember" boolean NOT NULL,
	"second_factor_at" timestamp with time zone,
	"proved_at" timestamp with time zone NOT NULL,
	"device" text NOT NULL,
	"network" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"end_reason" "session_end",
	CONSTRAINT "login_sessions_ticketHash_unique" UNIQUE("ticket_hash"),
	CONSTRAINT "login_sessions_end" CHECK (("login_sessions"."ended_at" is null) = ("login_sessions"."end_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "mailed_links" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"purpose" "link_purpose" NOT NULL,
	"subject_id" uuid NOT NULL,
	"address" text NOT NULL,
	"payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"token_hash" text NOT NULL,
	"code_hash" text,
	"code_tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"voided_at" timestamp with time zone,
	"void_reason" "void_reason",
	"resends" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "mailed_links_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "mailed_links_tries" CHECK ("mailed_links"."code_tries" between 0 and 5),
	CONSTRAINT "mailed_links_void" CHECK (("mailed_links"."voided_at" is null) = ("mailed_links"."void_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"account_id" uuid NOT NULL,
	"role" "role" NOT NULL,
	"structure_id" uuid,
	"authority_id" uuid,
	"granted_by" uuid,
	"granted_at" timestamp with time zone NOT NULL,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "role_grants_scope" CHECK (case "role_grants"."role"
        when 'manager' then "role_grants"."structure_id" is not null and "role_grants"."authority_id" is null
        when 'principal' then "role_grants"."authority_id" is not null and "role_grants"."structure_id" is null
        when 'operator' then "role_grants"."authority_id" is not null and "role_grants"."structure_id" is null
        when 'agent' then "role_grants"."authority_id" is not null and "role_grants"."structure_id" is null
        else "role_grants"."structure_id" is null and "role_grants"."authority_id" is null end)
);
--> statement-breakpoint
CREATE TABLE "sign_in_throttles" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"window_started_at" timestamp with time zone NOT NULL,
	"blocked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "account_addresses" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" "address_kind" NOT NULL,
	"address" text NOT NULL,
	"canonical" text NOT NULL,
	"proved_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_addresses_canonical" UNIQUE("canonical"),
	CONSTRAINT "account_addresses_length" CHECK (char_length("account_addresses"."address") <= 254)
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"civility" "civility" NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"birth_name" text,
	"born_on" date,
	"phone" text,
	"password_hash" text NOT NULL,
	"password_changed_at" timestamp with time zone NOT NULL,
	"password_classes" text[] DEFAULT '{}' NOT NULL,
	"picture_file_id" uuid,
	"blocked_at" timestamp with time zone,
	"blocked_reason" text,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_first_name" CHECK (char_length("accounts"."first_name") between 1 and 100),
	CONSTRAINT "accounts_last_name" CHECK (char_length("accounts"."last_name") between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "app_consents" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"account_id" uuid NOT NULL,
	"application" "application_id" NOT NULL,
	"scopes" "data_scope"[] NOT NULL,
	"mode" "consent_mode" NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone NOT NULL,
	"warned_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"end_reason" "consent_end",
	"session_id" uuid,
	CONSTRAINT "app_consents_end" CHECK (("app_consents"."ended_at" is null) = ("app_consents"."end_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "passkey_challenges" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"challenge" text NOT NULL,
	"account_id" uuid,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"account_id" uuid NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] DEFAULT '{}' NOT NULL,
	"name" text NOT NULL,
	"backed_up" boolean DEFAULT false NOT NULL,
	"last_used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "passkeys_credentialId_unique" UNIQUE("credential_id")
);
--> statement-breakpoint
CREATE TABLE "password_history" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"account_id" uuid NOT NULL,
	"password_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"account_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_codes_code" UNIQUE("account_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "registration_requests" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application" "application_id" NOT NULL,
	"civility" "civility" NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"birth_name" text,
	"born_on" date,
	"phone" text,
	"address" text NOT NULL,
	"canonical" text NOT NULL,
	"secondary_address" text,
	"password_hash" text NOT NULL,
	"password_classes" text[] DEFAULT '{}' NOT NULL,
	"return_to" text,
	"accepted" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "terms_acceptances" (
	"account_id" uuid NOT NULL,
	"application" "application_id" NOT NULL,
	"document" text NOT NULL,
	"version" text NOT NULL,
	"accepted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "terms_acceptances_account_id_application_document_version_pk" PRIMARY KEY("account_id","application","document","version")
);
--> statement-breakpoint
CREATE TABLE "totp_secrets" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_step" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"owner_id" uuid NOT NULL,
	"place" "file_place" NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"state" "file_state" NOT NULL,
	"store" "file_store" NOT NULL,
	"store_key" text NOT NULL,
	"key_id" text NOT NULL,
	"wrapped_key" text NOT NULL,
	"attached_at" timestamp with time zone,
	"deleted_at" timestamp with time zone,
	"bytes_removed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "files_storeKey_unique" UNIQUE("store_key"),
	CONSTRAINT "files_bytes" CHECK ("files"."bytes" >= 0),
	CONSTRAINT "files_bytes_removed" CHECK ("files"."bytes_removed_at" is null or "files"."deleted_at" is not null),
	CONSTRAINT "files_deleted" CHECK (("files"."state" = 'deleted') = ("files"."deleted_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"actor_kind" text NOT NULL,
	"action" text NOT NULL,
	"subject_type" text,
	"subject_id" text,
	"account_id" uuid,
	"sensitive" boolean DEFAULT false NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"request_id" text NOT NULL,
	"network" text
);
--> statement-breakpoint
CREATE TABLE "job_runs" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"job" text NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"trigger" "job_trigger" NOT NULL,
	"state" "job_state" DEFAULT 'running' NOT NULL,
	"result" jsonb,
	"error" text,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "job_runs_slot" UNIQUE("job","as_of")
);
--> statement-breakpoint
CREATE TABLE "local_mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"to_address" text NOT NULL,
	"from" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"cause" text NOT NULL,
	"to_address" text NOT NULL,
	"account_id" uuid,
	"subject" text NOT NULL,
	"props" jsonb NOT NULL,
	"secrets" text,
	"state" "mail_state" DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone NOT NULL,
	"lease_until" timestamp with time zone,
	"doubt_since" timestamp with time zone,
	"transport" text,
	"provider_id" text,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "mails_once" UNIQUE("kind","cause","to_address"),
	CONSTRAINT "mails_sent" CHECK (("mails"."state" = 'sent') = ("mails"."sent_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid
);
--> statement-breakpoint
CREATE TABLE "authorities" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"kind" "authority_kind" NOT NULL,
	"name" text NOT NULL,
	"siren" char(9) NOT NULL,
	"code" text,
	"department_code" text,
	"region_code" text,
	"population" integer DEFAULT 0 NOT NULL,
	"postcodes" text[] DEFAULT '{}' NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"search_name" text collate "C" GENERATED ALWAYS AS (place_fold(name)) STORED NOT NULL,
	CONSTRAINT "authorities_siren_unique" UNIQUE("siren"),
	CONSTRAINT "authorities_kind_code" UNIQUE("kind","code"),
	CONSTRAINT "authorities_siren" CHECK ("authorities"."siren" ~ '^[0-9]{9}$')
);
--> statement-breakpoint
CREATE TABLE "commune_postcodes" (
	"postcode" char(5) NOT NULL,
	"commune_code" char(5) NOT NULL,
	CONSTRAINT "commune_postcodes_postcode_commune_code_pk" PRIMARY KEY("postcode","commune_code")
);
--> statement-breakpoint
CREATE TABLE "communes" (
	"code" char(5) PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"department_code" text NOT NULL,
	"population" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"search_name" text collate "C" GENERATED ALWAYS AS (place_fold(name)) STORED NOT NULL
);
--> statement-breakpoint
CREATE TABLE "countries" (
	"code" char(2) PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"nationality" text NOT NULL,
	"habitable" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "departments" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"region_code" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reference_imports" (
	"source" text PRIMARY KEY NOT NULL,
	"version" text NOT NULL,
	"imported_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "regions" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"zone" "region_zone" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "specialties" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"code" text NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "specialties_code_unique" UNIQUE("code"),
	CONSTRAINT "specialties_slug_unique" UNIQUE("slug"),
	CONSTRAINT "specialties_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "structures" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"code" char(3) NOT NULL,
	"kind" "structure_kind" NOT NULL,
	"name" text NOT NULL,
	"street" text NOT NULL,
	"postcode" char(5) NOT NULL,
	"city" text NOT NULL,
	"phone" text NOT NULL,
	"address" text NOT NULL,
	"region_codes" text[] DEFAULT '{}' NOT NULL,
	"access" text DEFAULT '' NOT NULL,
	"messaging_open" boolean DEFAULT true NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "structures_code_unique" UNIQUE("code"),
	CONSTRAINT "structures_code" CHECK ("structures"."code" ~ '^[0-9]{3}$')
);
--> statement-breakpoint
CREATE TABLE "sub_specialties" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"specialty_id" uuid NOT NULL,
	"code" text NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "sub_specialties_code_unique" UNIQUE("code"),
	CONSTRAINT "sub_specialties_slug" UNIQUE("specialty_id","slug")
);
--> statement-breakpoint
ALTER TABLE "login_sessions" ADD CONSTRAINT "login_sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_structure_id_structures_id_fk" FOREIGN KEY ("structure_id") REFERENCES "public"."structures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_granted_by_accounts_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_withdrawn_by_accounts_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_addresses" ADD CONSTRAINT "account_addresses_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_picture_file_id_files_id_fk" FOREIGN KEY ("picture_file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app_consents" ADD CONSTRAINT "app_consents_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkey_challenges" ADD CONSTRAINT "passkey_challenges_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_history" ADD CONSTRAINT "password_history_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms_acceptances" ADD CONSTRAINT "terms_acceptances_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "totp_secrets" ADD CONSTRAINT "totp_secrets_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settings" ADD CONSTRAINT "settings_updated_by_accounts_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authorities" ADD CONSTRAINT "authorities_department_code_departments_code_fk" FOREIGN KEY ("department_code") REFERENCES "public"."departments"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authorities" ADD CONSTRAINT "authorities_region_code_regions_code_fk" FOREIGN KEY ("region_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commune_postcodes" ADD CONSTRAINT "commune_postcodes_commune_code_communes_code_fk" FOREIGN KEY ("commune_code") REFERENCES "public"."communes"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "communes" ADD CONSTRAINT "communes_department_code_departments_code_fk" FOREIGN KEY ("department_code") REFERENCES "public"."departments"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departments" ADD CONSTRAINT "departments_region_code_regions_code_fk" FOREIGN KEY ("region_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sub_specialties" ADD CONSTRAINT "sub_specialties_specialty_id_specialties_id_fk" FOREIGN KEY ("specialty_id") REFERENCES "public"."specialties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "login_sessions_account" ON "login_sessions" USING btree ("account_id","last_seen_at") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "login_sessions_person" ON "login_sessions" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "login_sessions_expiry" ON "login_sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "mailed_links_one_live" ON "mailed_links" USING btree ("purpose","subject_id") WHERE used_at is null and voided_at is null;--> statement-breakpoint
CREATE INDEX "mailed_links_expiry" ON "mailed_links" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "role_grants_one_live" ON "role_grants" USING btree ("account_id","role",coalesce(structure_id, authority_id, '00000000-0000-0000-0000-000000000000')) WHERE withdrawn_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "account_addresses_one_of_a_kind" ON "account_addresses" USING btree ("account_id","kind");--> statement-breakpoint
CREATE INDEX "accounts_names" ON "accounts" USING gin ((search_fold("first_name" || ' ' || "last_name")) gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "accounts_order" ON "accounts" USING btree (search_fold("last_name"),search_fold("first_name"),"id");--> statement-breakpoint
CREATE INDEX "accounts_recent" ON "accounts" USING btree ("created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "app_consents_one_live" ON "app_consents" USING btree ("account_id","application") WHERE mode = 'always' and ended_at is null;--> statement-breakpoint
CREATE INDEX "app_consents_account" ON "app_consents" USING btree ("account_id","application","decided_at");--> statement-breakpoint
CREATE INDEX "passkeys_account" ON "passkeys" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "password_history_account" ON "password_history" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "registration_requests_canonical" ON "registration_requests" USING btree ("canonical");--> statement-breakpoint
CREATE INDEX "registration_requests_expiry" ON "registration_requests" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "files_owner" ON "files" USING btree ("owner_id") WHERE state <> 'deleted';--> statement-breakpoint
CREATE INDEX "files_bytes_to_remove" ON "files" USING btree ("deleted_at") WHERE state = 'deleted' and bytes_removed_at is null;--> statement-breakpoint
CREATE INDEX "files_unattached" ON "files" USING btree ("created_at") WHERE attached_at is null and state <> 'deleted';--> statement-breakpoint
CREATE INDEX "audit_log_at" ON "audit_log" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "audit_log_actor" ON "audit_log" USING btree ("actor_id","id");--> statement-breakpoint
CREATE INDEX "audit_log_account" ON "audit_log" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "audit_log_action" ON "audit_log" USING btree ("action","id");--> statement-breakpoint
CREATE INDEX "job_runs_recent" ON "job_runs" USING btree ("job","started_at");--> statement-breakpoint
CREATE INDEX "local_mails_to" ON "local_mails" USING btree ("to_address","sent_at");--> statement-breakpoint
CREATE INDEX "mails_due" ON "mails" USING btree ("next_attempt_at") WHERE state in ('queued', 'sending');--> statement-breakpoint
CREATE INDEX "mails_recent" ON "mails" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "mails_account" ON "mails" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "authorities_search_name" ON "authorities" USING btree ("search_name");--> statement-breakpoint
CREATE INDEX "authorities_similar_name" ON "authorities" USING gin ("search_name" gin_trgm_ops) WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "authorities_postcodes" ON "authorities" USING gin ("postcodes") WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "commune_postcodes_commune" ON "commune_postcodes" USING btree ("commune_code");--> statement-breakpoint
CREATE INDEX "communes_search_name" ON "communes" USING btree ("search_name");--> statement-breakpoint
CREATE INDEX "communes_similar_name" ON "communes" USING gin ("search_name" gin_trgm_ops) WITH (gin_pending_list_limit=256);