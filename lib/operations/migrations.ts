import { resolve } from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";

/** Hashes of this version's migrations, oldest first, as the database notes them. */
export const ownMigrations = (): readonly string[] =>
  readMigrationFiles({ migrationsFolder: resolve("db/migrations") }).map(({ hash }) => hash);
