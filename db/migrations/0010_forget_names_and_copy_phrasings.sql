-- What structures were told of their trainers' pieces names people: it is erased once sent, and from now on so are the
-- mails that left before that was so.
UPDATE "mails" SET "props" = '{}' WHERE "kind" = 'pieces-ending-structure' AND "state" = 'sent' AND "props" <> '{}';--> statement-breakpoint
-- A value added to a type cannot be used before its transaction is committed, and all migrations run in one: the type is
-- made anew, the same.
ALTER TABLE "phrasings" ALTER COLUMN "purpose" SET DATA TYPE text;--> statement-breakpoint
DROP TYPE "public"."phrasing_purpose";--> statement-breakpoint
CREATE TYPE "public"."phrasing_purpose" AS ENUM('correction', 'rejection', 'application', 'closing', 'change', 'piece');--> statement-breakpoint
ALTER TABLE "phrasings" ALTER COLUMN "purpose" SET DATA TYPE "public"."phrasing_purpose" USING "purpose"::"public"."phrasing_purpose";--> statement-breakpoint
-- Structures refused pieces with the phrasings that ask for corrections: they find them again among those of pieces.
INSERT INTO "phrasings" ("purpose", "structure_id", "title", "body", "active", "updated_at", "updated_by")
SELECT 'piece', "structure_id", "title", "body", "active", "updated_at", "updated_by"
FROM "phrasings" "own"
WHERE "purpose" = 'correction' AND "structure_id" IS NOT NULL
  AND NOT EXISTS (SELECT FROM "phrasings" "copy" WHERE "copy"."purpose" = 'piece' AND "copy"."structure_id" = "own"."structure_id" AND "copy"."title" = "own"."title");
