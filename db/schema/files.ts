import { sql } from "drizzle-orm";
import { bigint, check, index, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { filePlaces, fileStates, fileStores } from "@/lib/files/vocabulary";
import { createdAt, id, instant } from "../columns";

export const fileState = pgEnum("file_state", fileStates);
export const filePlace = pgEnum("file_place", filePlaces);
export const fileStore = pgEnum("file_store", fileStores);

/** One stored file: its bytes are encrypted with a key of its own before they reach any store (TR-21, TR-30). */
export const files = pgTable(
  "files",
  {
    id: id(),
    ownerId: uuid().notNull(),
    place: filePlace().notNull(),
    /** The name people know; never used as a path. */
    name: text().notNull(),
    mediaType: text().notNull(),
    bytes: bigint({ mode: "number" }).notNull(),
    sha256: text().notNull(),
    state: fileState().notNull(),
    store: fileStore().notNull(),
    storeKey: text().notNull().unique(),
    keyId: text().notNull(),
    wrappedKey: text().notNull(),
    /** When something began to point at it; the sweeper removes what was never attached. */
    attachedAt: instant(),
    deletedAt: instant(),
    /** When the store confirmed that the bytes are gone; until then the sweeper tries again. */
    bytesRemovedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    index("files_owner")
      .on(table.ownerId)
      .where(sql`state <> 'deleted'`),
    index("files_bytes_to_remove")
      .on(table.deletedAt)
      .where(sql`state = 'deleted' and bytes_removed_at is null`),
    index("files_unattached")
      .on(table.createdAt)
      .where(sql`attached_at is null and state <> 'deleted'`),
    check("files_bytes", sql`${table.bytes} >= 0`),
    check("files_bytes_removed", sql`${table.bytesRemovedAt} is null or ${table.deletedAt} is not null`),
    check("files_deleted", sql`(${table.state} = 'deleted') = (${table.deletedAt} is not null)`),
  ],
);
