import { type Command, given } from "./command";

export const restore: Command = {
  name: "restore",
  usage: "--from FOLDER --data DIR [--into DATABASE_URL] [--nothing-ran-since]",
  summary: "Check a backup and restore it into an empty database (without --into: an embedded one in DIR) and an empty data folder.",
  options: { from: { type: "string" }, data: { type: "string" }, into: { type: "string" }, "nothing-ran-since": { type: "boolean" } },
  required: ["from", "data"],
  on: "new",
  async run({ values, ownerUrl, folder, say }) {
    const [{ restoreBackup }, { rowsOf }, { systemCtx }] = await Promise.all([
      import("@/lib/operations/backup/restore-backup"),
      import("@/lib/operations/backup/write-backup"),
      import("@/lib/core/system-ctx"),
    ]);
    const nothingRanSince = values["nothing-ran-since"] === true;
    const manifest = await restoreBackup(systemCtx("command-line"), {
      folder: given(values, "from"),
      databaseUrl: ownerUrl,
      dataFolder: folder,
      nothingRanSince,
    });
    say(
      `Restored the backup of ${manifest.createdAt}: ${manifest.tables.length} tables, ${rowsOf(manifest)} rows and ${manifest.files.count} files, all equal to what was saved.`,
    );
    if (!nothingRanSince)
      say(
        "Sessions were ended, mailed links voided, and mails that waited are marked uncertain (back office, Courriels): they may have left since.",
      );
    say(
      `Start with DATA_DIR=${folder}${values["into"] === undefined ? "" : " and DATABASE_URL naming that database"}, and with the master keys of the saved installation.`,
    );
    return 0;
  },
};
