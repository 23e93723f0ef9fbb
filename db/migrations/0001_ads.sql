CREATE TYPE "public"."ad_state" AS ENUM('draft', 'published', 'closed');--> statement-breakpoint
CREATE TABLE "ad_sequences" (
	"structure_id" uuid NOT NULL,
	"month" char(4) NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "ad_sequences_structure_id_month_pk" PRIMARY KEY("structure_id","month")
);
--> statement-breakpoint
CREATE TABLE "ads" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"state" "ad_state" DEFAULT 'draft' NOT NULL,
	"number" text,
	"structure_id" uuid NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"profile_sought" text DEFAULT '' NOT NULL,
	"context" text DEFAULT '' NOT NULL,
	"audience" text DEFAULT '' NOT NULL,
	"duration" text DEFAULT '' NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"deadline_on" date,
	"country_code" char(2) DEFAULT 'FR' NOT NULL,
	"region_codes" text[] DEFAULT '{}' NOT NULL,
	"department_codes" text[] DEFAULT '{}' NOT NULL,
	"specialty_codes" text[] DEFAULT '{}' NOT NULL,
	"sub_specialty_codes" text[] DEFAULT '{}' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"contact_name" text DEFAULT '' NOT NULL,
	"contact_phone" text DEFAULT '' NOT NULL,
	"contact_address" text DEFAULT '' NOT NULL,
	"urgent" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"closed_reason" text,
	"facets" text[] GENERATED ALWAYS AS (ad_facets(structure_id, specialty_codes, sub_specialty_codes, region_codes, department_codes)) STORED NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('french_unaccent', title), 'A') || setweight(to_tsvector('french_unaccent', profile_sought || ' ' || audience), 'B') || setweight(to_tsvector('french_unaccent', description || ' ' || context), 'C')) STORED NOT NULL,
	"search_title" text GENERATED ALWAYS AS (search_fold(title)) STORED NOT NULL,
	CONSTRAINT "ads_number_unique" UNIQUE("number"),
	CONSTRAINT "ads_published" CHECK (("ads"."state" = 'draft') = ("ads"."number" is null) and ("ads"."state" = 'draft') = ("ads"."published_at" is null)),
	CONSTRAINT "ads_closed" CHECK (("ads"."state" = 'closed') = ("ads"."closed_at" is not null)),
	CONSTRAINT "ads_period" CHECK ("ads"."ends_on" is null or "ads"."starts_on" is null or "ads"."ends_on" >= "ads"."starts_on")
);
--> statement-breakpoint
ALTER TABLE "ad_sequences" ADD CONSTRAINT "ad_sequences_structure_id_structures_id_fk" FOREIGN KEY ("structure_id") REFERENCES "public"."structures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ads" ADD CONSTRAINT "ads_structure_id_structures_id_fk" FOREIGN KEY ("structure_id") REFERENCES "public"."structures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ads" ADD CONSTRAINT "ads_country_code_countries_code_fk" FOREIGN KEY ("country_code") REFERENCES "public"."countries"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ads" ADD CONSTRAINT "ads_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ads_published_order" ON "ads" USING btree ("published_at","id") WHERE state = 'published';--> statement-breakpoint
CREATE INDEX "ads_deadline_order" ON "ads" USING btree (coalesce("deadline_on", '9999-12-31'::date),"id") WHERE state = 'published';--> statement-breakpoint
CREATE INDEX "ads_start_order" ON "ads" USING btree (coalesce("starts_on", '9999-12-31'::date),"id") WHERE state = 'published';--> statement-breakpoint
CREATE INDEX "ads_found" ON "ads" USING gin ("facets","search") WHERE state = 'published';--> statement-breakpoint
CREATE INDEX "ads_similar_title" ON "ads" USING gin ("search_title" gin_trgm_ops) WHERE state = 'published';--> statement-breakpoint
CREATE INDEX "ads_structure" ON "ads" USING btree ("structure_id","created_at","id");