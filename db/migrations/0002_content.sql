CREATE TYPE "public"."document_key" AS ENUM('charter', 'employment_conditions', 'legal_notices', 'user_guide', 'tutorials', 'honor_statement_model', 'travel_expenses', 'intervenants_terms');--> statement-breakpoint
CREATE TABLE "document_versions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"document" "document_key" NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"body" jsonb NOT NULL,
	"changes" text DEFAULT '' NOT NULL,
	"in_force_on" date,
	"published_at" timestamp with time zone,
	"edit_version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid,
	"published_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "document_versions_number" UNIQUE("document","number"),
	CONSTRAINT "document_versions_published" CHECK ("document_versions"."published_at" is null or "document_versions"."in_force_on" is not null),
	CONSTRAINT "document_versions_first" CHECK ("document_versions"."number" >= 1),
	CONSTRAINT "document_versions_sizes" CHECK (length("document_versions"."title") <= 200 and length("document_versions"."changes") <= 1000),
	CONSTRAINT "document_versions_body" CHECK (jsonb_typeof("document_versions"."body") = 'object' and length("document_versions"."body"::text) <= 400000)
);
--> statement-breakpoint
CREATE TABLE "news_items" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"body" jsonb NOT NULL,
	"publish_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid,
	"changed_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "news_items_withdrawn" CHECK ("news_items"."withdrawn_at" is null or "news_items"."publish_at" is not null),
	CONSTRAINT "news_items_sizes" CHECK (length("news_items"."title") <= 200 and length("news_items"."summary") <= 400),
	CONSTRAINT "news_items_body" CHECK (jsonb_typeof("news_items"."body") = 'object' and length("news_items"."body"::text) <= 400000)
);
--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_published_by_accounts_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news_items" ADD CONSTRAINT "news_items_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news_items" ADD CONSTRAINT "news_items_changed_by_accounts_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "document_versions_one_draft" ON "document_versions" USING btree ("document") WHERE published_at is null;--> statement-breakpoint
CREATE INDEX "document_versions_in_force" ON "document_versions" USING btree ("document","in_force_on","number") WHERE published_at is not null;--> statement-breakpoint
CREATE INDEX "news_items_order" ON "news_items" USING btree ("publish_at","id") WHERE withdrawn_at is null;