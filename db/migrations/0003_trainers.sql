CREATE TYPE "public"."application_state" AS ENUM('waiting', 'sent', 'studied', 'not_retained', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."search_scope" AS ENUM('ads', 'cvs');--> statement-breakpoint
CREATE TYPE "public"."change_state" AS ENUM('open', 'accepted', 'refused', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."line_kind" AS ENUM('specialty', 'experience', 'practice', 'work', 'training', 'education', 'language');--> statement-breakpoint
CREATE TYPE "public"."phrasing_purpose" AS ENUM('correction', 'rejection', 'application', 'closing', 'change');--> statement-breakpoint
CREATE TYPE "public"."profile_event_kind" AS ENUM('created', 'submitted', 'correction_asked', 'resubmitted', 'validated', 'rejected', 'archived', 'reopened', 'structure_changed');--> statement-breakpoint
CREATE TYPE "public"."profile_state" AS ENUM('draft', 'submitted', 'validated', 'rejected', 'archived');--> statement-breakpoint
CREATE TYPE "public"."request_state" AS ENUM('submitted', 'correction', 'validated', 'rejected', 'archived');--> statement-breakpoint
ALTER TYPE "public"."file_place" ADD VALUE 'ad_attachment';--> statement-breakpoint
ALTER TYPE "public"."file_place" ADD VALUE 'trainer_cv';--> statement-breakpoint
ALTER TYPE "public"."file_place" ADD VALUE 'trainer_diploma';--> statement-breakpoint
ALTER TYPE "public"."file_place" ADD VALUE 'change_proof';--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"key_hash" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_keys_keyHash_unique" UNIQUE("key_hash")
);
--> statement-breakpoint
CREATE TABLE "ad_alert_runs" (
	"ad_id" uuid PRIMARY KEY NOT NULL,
	"queued_at" timestamp with time zone NOT NULL,
	"after" uuid,
	"queued_mails" integer DEFAULT 0 NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "ad_applications" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"ad_id" uuid NOT NULL,
	"profile_id" uuid NOT NULL,
	"state" "application_state" NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"applied_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	"reason" text,
	"last_action_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ad_applications_sent" CHECK (("ad_applications"."state" in ('sent', 'studied')) <= ("ad_applications"."sent_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "ad_invitations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"ad_id" uuid NOT NULL,
	"profile_id" uuid NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"invited_by" uuid,
	"invited_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ad_invitations_once" UNIQUE("ad_id","profile_id")
);
--> statement-breakpoint
CREATE TABLE "cv_entries" (
	"profile_id" uuid PRIMARY KEY NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"home_structure_id" uuid NOT NULL,
	"status" text NOT NULL,
	"specialty_codes" text[] DEFAULT '{}' NOT NULL,
	"sub_specialty_codes" text[] DEFAULT '{}' NOT NULL,
	"region_codes" text[] DEFAULT '{}' NOT NULL,
	"department_codes" text[] DEFAULT '{}' NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"abroad" boolean DEFAULT false NOT NULL,
	"facets" text[] DEFAULT '{}' NOT NULL,
	"alerts" text[] DEFAULT '{}' NOT NULL,
	"content" text DEFAULT '' NOT NULL,
	"validated_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"last_intervention_on" date,
	"search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('french_unaccent', last_name || ' ' || first_name), 'A') || setweight(to_tsvector('french_unaccent', content), 'B')) STORED NOT NULL,
	"search_name" text GENERATED ALWAYS AS (search_fold(last_name || ' ' || first_name)) STORED NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cv_notes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"structure_id" uuid NOT NULL,
	"author_id" uuid,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"account_id" uuid NOT NULL,
	"scope" "search_scope" NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"alert" boolean DEFAULT false NOT NULL,
	"seen_until" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_searches_name" UNIQUE("account_id","scope","name")
);
--> statement-breakpoint
CREATE TABLE "shortlist_entries" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"structure_id" uuid NOT NULL,
	"profile_id" uuid NOT NULL,
	"ad_id" uuid,
	"added_by" uuid,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "shortlist_entries_once" UNIQUE NULLS NOT DISTINCT("structure_id","profile_id","ad_id")
);
--> statement-breakpoint
CREATE TABLE "unavailabilities" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "change_requests" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"field" text NOT NULL,
	"from_sealed" text NOT NULL,
	"to_sealed" text NOT NULL,
	"explanation" text DEFAULT '' NOT NULL,
	"file_id" uuid,
	"state" "change_state" DEFAULT 'open' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"reason" text,
	CONSTRAINT "change_requests_decided" CHECK (("change_requests"."state" = 'open') = ("change_requests"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "interventions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"structure_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"title" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"hours" numeric(6, 2),
	"recorded_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "interventions_reference" UNIQUE("structure_id","reference"),
	CONSTRAINT "interventions_period" CHECK ("interventions"."ends_on" >= "interventions"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "employers" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"siret" char(14) NOT NULL,
	"street" text DEFAULT '' NOT NULL,
	"postcode" char(5) NOT NULL,
	"city" text NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"search_name" text collate "C" GENERATED ALWAYS AS (place_fold(name)) STORED NOT NULL,
	CONSTRAINT "employers_siret_unique" UNIQUE("siret"),
	CONSTRAINT "employers_siret" CHECK ("employers"."siret" ~ '^[0-9]{14}$')
);
--> statement-breakpoint
CREATE TABLE "training_types" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "training_types_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "cv_imports" (
	"profile_id" uuid PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"proposals" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "phrasings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"purpose" "phrasing_purpose" NOT NULL,
	"structure_id" uuid,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid
);
--> statement-breakpoint
CREATE TABLE "profile_events" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"request_id" uuid,
	"kind" "profile_event_kind" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "profile_lines" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"kind" "line_kind" NOT NULL,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"file_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "profile_remarks" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"request_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"block" text NOT NULL,
	"remark" text NOT NULL,
	"author_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "profile_remarks_once" UNIQUE("request_id","round","block")
);
--> statement-breakpoint
CREATE TABLE "profile_requests" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"structure_id" uuid NOT NULL,
	"state" "request_state" DEFAULT 'submitted' NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"first_analysed_at" timestamp with time zone,
	"round" integer DEFAULT 0 NOT NULL,
	"correction_asked_at" timestamp with time zone,
	"correction_mailed_at" timestamp with time zone,
	"reminder_queued_at" timestamp with time zone,
	"reminder_mailed_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "profile_requests_decided" CHECK (("profile_requests"."state" in ('validated', 'rejected', 'archived')) = ("profile_requests"."decided_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "request_reservations" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_drafts" (
	"request_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"remarks" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "review_drafts_request_id_account_id_pk" PRIMARY KEY("request_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "trainer_profiles" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"account_id" uuid NOT NULL,
	"state" "profile_state" DEFAULT 'draft' NOT NULL,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"birth_place_sealed" text,
	"home_structure_id" uuid,
	"origin_ad_id" uuid,
	"identity_key" text NOT NULL,
	"homonym" integer DEFAULT 0 NOT NULL,
	"immatriculation" text,
	"cv_file_id" uuid,
	"alert_token" uuid DEFAULT gen_random_uuid() NOT NULL,
	"may_request_from" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"validated_at" timestamp with time zone,
	CONSTRAINT "trainer_profiles_accountId_unique" UNIQUE("account_id"),
	CONSTRAINT "trainer_profiles_immatriculation_unique" UNIQUE("immatriculation"),
	CONSTRAINT "trainer_profiles_alertToken_unique" UNIQUE("alert_token"),
	CONSTRAINT "trainer_profiles_validated" CHECK ("trainer_profiles"."state" <> 'validated' or "trainer_profiles"."validated_at" is not null),
	CONSTRAINT "trainer_profiles_answers" CHECK (pg_column_size("trainer_profiles"."answers") < 400000)
);
--> statement-breakpoint
ALTER TABLE "ads" ADD COLUMN "attachment_file_id" uuid;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ad_alert_runs" ADD CONSTRAINT "ad_alert_runs_ad_id_ads_id_fk" FOREIGN KEY ("ad_id") REFERENCES "public"."ads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ad_applications" ADD CONSTRAINT "ad_applications_ad_id_ads_id_fk" FOREIGN KEY ("ad_id") REFERENCES "public"."ads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ad_applications" ADD CONSTRAINT "ad_applications_profile_id_trainer_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."trainer_profiles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ad_applications" ADD CONSTRAINT "ad_applications_answered_by_accounts_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ad_invitations" ADD CONSTRAINT "ad_invitations_ad_id_ads_id_fk" FOREIGN KEY ("ad_id") REFERENCES "public"."ads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ad_invitations" ADD CONSTRAINT "ad_invitations_profile_id_trainer_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."trainer_profiles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ad_invitations" ADD CONSTRAINT "ad_invitations_invited_by_accounts_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cv_entries" ADD CONSTRAINT "cv_entries_profile_id_trainer_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."trainer_profiles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cv_entries" ADD CONSTRAINT "cv_entries_home_structure_id_structures_id_fk" FOREIGN KEY ("home_structure_id") REFERENCES "public"."structures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cv_notes" ADD CONSTRAINT "cv_notes_profile_id_trainer_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."trainer_profiles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cv_notes" ADD CONSTRAINT "cv_notes_structure_id_structures_id_fk" FOREIGN KEY ("structure_id") REFERENCES "public"."structures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cv_notes" ADD CONSTRAINT "cv_notes_author_id_accounts_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shortlist_entries" ADD CONSTRAINT "shortlist_entries_structure_id_structures_id_fk" FOREIGN KEY ("structure_id") REFERENCES "public"."structures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shortlist_entries" ADD CONSTRAINT "shortlist_entries_profile_id_trainer_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."trainer_profiles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shortlist_entries" ADD CONSTRAINT "shortlist_entries_ad_id_ads_id_fk" FOREIGN KEY ("ad_id") REFERENCES "public"."ads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shortlist_entries" ADD CONSTRAINT "shortlist_entries_added_by_accounts_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unavailabilities" ADD CONSTRAINT "unavailabilities_profile_id_trainer_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."trainer_profiles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_profile_id_trainer_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."trainer_profiles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interventions" ADD CONSTRAINT "interventions_profile_id_trainer_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."trainer_profiles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interventions" ADD CONSTRAINT "interventions_structure_id_structures_id_fk" FOREIGN KEY ("structure_id") REFERENCES "public"."structures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interventions" ADD CONSTRAINT "interventions_recorded_by_accounts_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cv_imports" ADD CONSTRAINT "cv_imports_profile_id_trainer_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."trainer_profiles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phrasings" ADD CONSTRAINT "phrasings_structure_id_structures_id_fk" FOREIGN KEY ("structure_id") REFERENCES "public"."structures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phrasings" ADD CONSTRAINT "phrasings_updated_by_accounts_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_events" ADD CONSTRAINT "profile_events_profile_id_trainer_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."trainer_profiles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_events" ADD CONSTRAINT "profile_events_request_id_profile_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."profile_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_events" ADD CONSTRAINT "profile_events_actor_id_accounts_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_lines" ADD CONSTRAINT "profile_lines_profile_id_trainer_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."trainer_profiles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_lines" ADD CONSTRAINT "profile_lines_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_remarks" ADD CONSTRAINT "profile_remarks_request_id_profile_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."profile_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_remarks" ADD CONSTRAINT "profile_remarks_author_id_accounts_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_requests" ADD CONSTRAINT "profile_requests_profile_id_trainer_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."trainer_profiles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_requests" ADD CONSTRAINT "profile_requests_structure_id_structures_id_fk" FOREIGN KEY ("structure_id") REFERENCES "public"."structures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_requests" ADD CONSTRAINT "profile_requests_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_reservations" ADD CONSTRAINT "request_reservations_request_id_profile_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."profile_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_reservations" ADD CONSTRAINT "request_reservations_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_drafts" ADD CONSTRAINT "review_drafts_request_id_profile_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."profile_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_drafts" ADD CONSTRAINT "review_drafts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trainer_profiles" ADD CONSTRAINT "trainer_profiles_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trainer_profiles" ADD CONSTRAINT "trainer_profiles_home_structure_id_structures_id_fk" FOREIGN KEY ("home_structure_id") REFERENCES "public"."structures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trainer_profiles" ADD CONSTRAINT "trainer_profiles_origin_ad_id_ads_id_fk" FOREIGN KEY ("origin_ad_id") REFERENCES "public"."ads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trainer_profiles" ADD CONSTRAINT "trainer_profiles_cv_file_id_files_id_fk" FOREIGN KEY ("cv_file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ad_alert_runs_waiting" ON "ad_alert_runs" USING btree ("queued_at") WHERE finished_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "ad_applications_one_living" ON "ad_applications" USING btree ("ad_id","profile_id") WHERE state <> 'withdrawn';--> statement-breakpoint
CREATE INDEX "ad_applications_ad" ON "ad_applications" USING btree ("ad_id","state","applied_at","id");--> statement-breakpoint
CREATE INDEX "ad_applications_profile" ON "ad_applications" USING btree ("profile_id","applied_at");--> statement-breakpoint
CREATE INDEX "ad_invitations_profile" ON "ad_invitations" USING btree ("profile_id");--> statement-breakpoint
CREATE INDEX "cv_entries_found" ON "cv_entries" USING gin ("facets","search");--> statement-breakpoint
CREATE INDEX "cv_entries_similar_name" ON "cv_entries" USING gin ("search_name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "cv_entries_recent" ON "cv_entries" USING btree ("updated_at","profile_id");--> statement-breakpoint
CREATE INDEX "cv_entries_order" ON "cv_entries" USING btree ("search_name","profile_id");--> statement-breakpoint
CREATE INDEX "cv_entries_alerts" ON "cv_entries" USING gin ("facets") WHERE alerts <> '{}';--> statement-breakpoint
CREATE INDEX "cv_notes_profile" ON "cv_notes" USING btree ("profile_id","structure_id","created_at");--> statement-breakpoint
CREATE INDEX "saved_searches_alert" ON "saved_searches" USING btree ("scope","seen_until") WHERE alert;--> statement-breakpoint
CREATE INDEX "unavailabilities_profile" ON "unavailabilities" USING btree ("profile_id","starts_on","ends_on");--> statement-breakpoint
CREATE UNIQUE INDEX "change_requests_one_open" ON "change_requests" USING btree ("profile_id","field") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "change_requests_queue" ON "change_requests" USING btree ("created_at") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "interventions_profile" ON "interventions" USING btree ("profile_id","starts_on");--> statement-breakpoint
CREATE INDEX "employers_search_name" ON "employers" USING btree ("search_name");--> statement-breakpoint
CREATE INDEX "employers_similar_name" ON "employers" USING gin ("search_name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "phrasings_purpose" ON "phrasings" USING btree ("purpose","structure_id","title");--> statement-breakpoint
CREATE INDEX "profile_events_profile" ON "profile_events" USING btree ("profile_id","at");--> statement-breakpoint
CREATE INDEX "profile_lines_profile" ON "profile_lines" USING btree ("profile_id","kind","id");--> statement-breakpoint
CREATE UNIQUE INDEX "profile_requests_one_open" ON "profile_requests" USING btree ("profile_id") WHERE state in ('submitted', 'correction');--> statement-breakpoint
CREATE INDEX "profile_requests_queue" ON "profile_requests" USING btree ("structure_id","state","sent_at","id");--> statement-breakpoint
CREATE INDEX "profile_requests_profile" ON "profile_requests" USING btree ("profile_id","submitted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "trainer_profiles_identity" ON "trainer_profiles" USING btree ("identity_key","homonym");--> statement-breakpoint
CREATE INDEX "trainer_profiles_structure" ON "trainer_profiles" USING btree ("home_structure_id","state");--> statement-breakpoint
ALTER TABLE "ads" ADD CONSTRAINT "ads_attachment_file_id_files_id_fk" FOREIGN KEY ("attachment_file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;