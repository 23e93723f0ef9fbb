import type { files } from "@/db/schema/files";

export type FileRow = typeof files.$inferSelect;
