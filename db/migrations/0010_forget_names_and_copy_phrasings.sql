-- What structures were told of their trainers' pieces names people: it is erased once sent, and from now on so are the
-- mails that left before that was so.
UPDATE "mails" SET "props" = '{}' WHERE "kind" = 'pieces-ending-structure' AND "state" = 'sent' AND "props" <> '{}';--> statement-breakpoint
-- Structures refused pieces with the phrasings that ask for corrections: they find them again among those of pieces. All
-- migrations are one transaction, in which a value just added to a type cannot be used yet: guards/after.sql copies these.
CREATE TABLE "phrasings_to_copy" AS
SELECT "structure_id", "title", "body", "active", "updated_at", "updated_by" FROM "phrasings" WHERE "purpose" = 'correction' AND "structure_id" IS NOT NULL;
