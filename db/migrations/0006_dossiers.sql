CREATE TYPE "public"."dossier_block" AS ENUM('address', 'phones', 'identity', 'social_security', 'status', 'contract', 'retirement', 'honour', 'order', 'employer', 'bank', 'diploma');--> statement-breakpoint
CREATE TYPE "public"."dossier_look_kind" AS ENUM('dossier', 'piece', 'nir', 'iban');--> statement-breakpoint
CREATE TYPE "public"."dossier_notice_outcome" AS ENUM('queued', 'passed');--> statement-breakpoint
CREATE TYPE "public"."dossier_review_decision" AS ENUM('approved', 'validated', 'refused', 'undone');--> statement-breakpoint
CREATE TYPE "public"."dossier_slot" AS ENUM('identity_front', 'identity_back', 'social_security', 'contract', 'retirement', 'honour', 'order', 'bank', 'diploma');--> statement-breakpoint
CREATE TYPE "public"."dossier_version_origin" AS ENUM('sent', 'unchanged', 'signed');--> statement-breakpoint
CREATE TYPE "public"."dossier_version_state" AS ENUM('waiting', 'validated', 'refused', 'withdrawn', 'replaced');--> statement-breakpoint
ALTER TYPE "public"."file_place" ADD VALUE 'dossier_piece';--> statement-breakpoint
CREATE TABLE "dossier_draft_files" (
	"dossier_id" uuid NOT NULL,
	"slot" "dossier_slot" NOT NULL,
	"file_id" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "dossier_draft_files_dossier_id_slot_pk" PRIMARY KEY("dossier_id","slot")
);
--> statement-breakpoint
CREATE TABLE "dossier_looks" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"opening_id" uuid NOT NULL,
	"dossier_id" uuid NOT NULL,
	"account_id" uuid,
	"kind" "dossier_look_kind" NOT NULL,
	"block" "dossier_block",
	"slot" "dossier_slot",
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dossier_notices" (
	"version_id" uuid NOT NULL,
	"ends_on" date NOT NULL,
	"step" integer NOT NULL,
	"outcome" "dossier_notice_outcome" NOT NULL,
	"reason" text,
	"at" timestamp with time zone NOT NULL,
	"mailed_for" date,
	CONSTRAINT "dossier_notices_version_id_ends_on_step_pk" PRIMARY KEY("version_id","ends_on","step"),
	CONSTRAINT "dossier_notices_reason" CHECK ("dossier_notices"."outcome" <> 'passed' or "dossier_notices"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "dossier_openings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"account_id" uuid,
	"structure_id" uuid,
	"intervention_id" uuid,
	"reason" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dossier_requests" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"block" "dossier_block" NOT NULL,
	"structure_id" uuid NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_by" uuid,
	"answered_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "dossier_reviews" (
	"version_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"decision" "dossier_review_decision" NOT NULL,
	"reason" text,
	"reviewer_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "dossier_reviews_version_id_number_pk" PRIMARY KEY("version_id","number"),
	CONSTRAINT "dossier_reviews_reason" CHECK ("dossier_reviews"."decision" <> 'refused' or "dossier_reviews"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "dossier_version_files" (
	"version_id" uuid NOT NULL,
	"slot" "dossier_slot" NOT NULL,
	"file_id" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "dossier_version_files_version_id_slot_pk" PRIMARY KEY("version_id","slot")
);
--> statement-breakpoint
CREATE TABLE "dossier_versions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"block" "dossier_block" NOT NULL,
	"number" integer NOT NULL,
	"rules_version" integer NOT NULL,
	"answers_sealed" text NOT NULL,
	"origin" "dossier_version_origin" NOT NULL,
	"state" "dossier_version_state" DEFAULT 'waiting' NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"declared_ends_on" date,
	"ends_on" date,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"needs_second" boolean DEFAULT false NOT NULL,
	"held_until" timestamp with time zone,
	"approved_at" timestamp with time zone,
	"approved_by" uuid,
	"structure_id" uuid,
	"forgotten_at" timestamp with time zone,
	CONSTRAINT "dossier_versions_number" UNIQUE("dossier_id","block","number"),
	CONSTRAINT "dossier_versions_decided" CHECK (("dossier_versions"."state" in ('validated', 'refused')) <= ("dossier_versions"."decided_at" is not null)),
	CONSTRAINT "dossier_versions_second" CHECK (not "dossier_versions"."needs_second" or "dossier_versions"."state" <> 'validated' or "dossier_versions"."approved_at" is not null),
	CONSTRAINT "dossier_versions_two_people" CHECK ("dossier_versions"."approved_by" is null or "dossier_versions"."decided_by" is null or "dossier_versions"."approved_by" <> "dossier_versions"."decided_by"),
	CONSTRAINT "dossier_versions_held" CHECK ("dossier_versions"."held_until" is null or "dossier_versions"."state" <> 'validated' or "dossier_versions"."decided_at" >= "dossier_versions"."held_until")
);
--> statement-breakpoint
CREATE TABLE "dossiers" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"draft_sealed" text,
	"complete_until" date,
	"first_complete_on" date,
	"yearly_asked_for" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "dossiers_profileId_unique" UNIQUE("profile_id")
);
--> statement-breakpoint
CREATE TABLE "validity_extensions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"block" "dossier_block" NOT NULL,
	"ends_from" date NOT NULL,
	"ends_to" date NOT NULL,
	"new_ends_on" date NOT NULL,
	"reason" text NOT NULL,
	"granted_by" uuid,
	"granted_at" timestamp with time zone NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "dossier_draft_files" ADD CONSTRAINT "dossier_draft_files_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_draft_files" ADD CONSTRAINT "dossier_draft_files_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_looks" ADD CONSTRAINT "dossier_looks_opening_id_dossier_openings_id_fk" FOREIGN KEY ("opening_id") REFERENCES "public"."dossier_openings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_looks" ADD CONSTRAINT "dossier_looks_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_looks" ADD CONSTRAINT "dossier_looks_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_notices" ADD CONSTRAINT "dossier_notices_version_id_dossier_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."dossier_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_openings" ADD CONSTRAINT "dossier_openings_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_openings" ADD CONSTRAINT "dossier_openings_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_openings" ADD CONSTRAINT "dossier_openings_structure_id_structures_id_fk" FOREIGN KEY ("structure_id") REFERENCES "public"."structures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_openings" ADD CONSTRAINT "dossier_openings_intervention_id_interventions_id_fk" FOREIGN KEY ("intervention_id") REFERENCES "public"."interventions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_requests" ADD CONSTRAINT "dossier_requests_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_requests" ADD CONSTRAINT "dossier_requests_structure_id_structures_id_fk" FOREIGN KEY ("structure_id") REFERENCES "public"."structures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_requests" ADD CONSTRAINT "dossier_requests_asked_by_accounts_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_reviews" ADD CONSTRAINT "dossier_reviews_version_id_dossier_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."dossier_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_reviews" ADD CONSTRAINT "dossier_reviews_reviewer_id_accounts_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_version_files" ADD CONSTRAINT "dossier_version_files_version_id_dossier_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."dossier_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_version_files" ADD CONSTRAINT "dossier_version_files_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_versions" ADD CONSTRAINT "dossier_versions_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_versions" ADD CONSTRAINT "dossier_versions_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_versions" ADD CONSTRAINT "dossier_versions_approved_by_accounts_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_versions" ADD CONSTRAINT "dossier_versions_structure_id_structures_id_fk" FOREIGN KEY ("structure_id") REFERENCES "public"."structures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_profile_id_trainer_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."trainer_profiles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "validity_extensions" ADD CONSTRAINT "validity_extensions_granted_by_accounts_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dossier_draft_files_file" ON "dossier_draft_files" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "dossier_looks_dossier" ON "dossier_looks" USING btree ("dossier_id","at");--> statement-breakpoint
CREATE INDEX "dossier_looks_account" ON "dossier_looks" USING btree ("account_id","at");--> statement-breakpoint
CREATE INDEX "dossier_openings_account" ON "dossier_openings" USING btree ("account_id","dossier_id","ends_at");--> statement-breakpoint
CREATE INDEX "dossier_openings_dossier" ON "dossier_openings" USING btree ("dossier_id");--> statement-breakpoint
CREATE UNIQUE INDEX "dossier_requests_one_open" ON "dossier_requests" USING btree ("dossier_id","block") WHERE answered_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "dossier_requests_structure" ON "dossier_requests" USING btree ("structure_id","asked_at");--> statement-breakpoint
CREATE INDEX "dossier_version_files_file" ON "dossier_version_files" USING btree ("file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "dossier_versions_one_waiting" ON "dossier_versions" USING btree ("dossier_id","block") WHERE state = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX "dossier_versions_one_validated" ON "dossier_versions" USING btree ("dossier_id","block") WHERE state = 'validated';--> statement-breakpoint
CREATE INDEX "dossier_versions_queue" ON "dossier_versions" USING btree ("sent_at","id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "dossier_versions_ends" ON "dossier_versions" USING btree ("ends_on","id") WHERE state = 'validated' and ends_on is not null;--> statement-breakpoint
CREATE INDEX "dossier_versions_to_forget" ON "dossier_versions" USING btree ("decided_at") WHERE forgotten_at is null and state in ('validated', 'replaced') and block in ('identity', 'social_security');--> statement-breakpoint
CREATE INDEX "dossiers_complete" ON "dossiers" USING btree ("complete_until");--> statement-breakpoint
CREATE INDEX "dossiers_yearly" ON "dossiers" USING btree ("first_complete_on") WHERE first_complete_on is not null;