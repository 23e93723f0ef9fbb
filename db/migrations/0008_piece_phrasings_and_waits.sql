ALTER TYPE "public"."phrasing_purpose" ADD VALUE 'piece';--> statement-breakpoint
CREATE TABLE "request_waits" (
	"address_hash" text PRIMARY KEY NOT NULL,
	"until" timestamp with time zone NOT NULL
);
