DROP INDEX "dossier_versions_queue";--> statement-breakpoint
ALTER TABLE "dossier_versions" ADD COLUMN "waiting_since" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
UPDATE "dossier_versions" AS "sending" SET "waiting_since" = (
	SELECT "first"."sent_at" FROM "dossier_versions" AS "first"
	WHERE "first"."dossier_id" = "sending"."dossier_id" AND "first"."block" = "sending"."block" AND "first"."number" <= "sending"."number"
		AND NOT EXISTS (
			SELECT FROM "dossier_versions" AS "judged"
			WHERE "judged"."dossier_id" = "sending"."dossier_id" AND "judged"."block" = "sending"."block"
				AND "judged"."number" >= "first"."number" AND "judged"."number" < "sending"."number"
				AND ("judged"."state" <> 'withdrawn' OR "judged"."decided_at" IS NOT NULL))
	ORDER BY "first"."number" LIMIT 1);--> statement-breakpoint
CREATE INDEX "dossier_versions_queue" ON "dossier_versions" USING btree ("waiting_since","id") WHERE state = 'waiting';
