import { type Command, given } from "./command";

export const backup: Command = {
  name: "backup",
  usage: "--to FOLDER",
  summary: "Save database and local files together into a new folder, while the site works. The master keys are NOT saved.",
  options: { to: { type: "string" } },
  required: ["to"],
  on: "installation",
  async run({ values, ownerUrl, folder, say, warn }) {
    const [{ rowsOf, writeBackup }, { systemCtx }, { env }] = await Promise.all([
      import("@/lib/operations/backup/write-backup"),
      import("@/lib/core/system-ctx"),
      import("@/lib/core/env"),
    ]);
    const { files, ...saved } = await writeBackup(systemCtx("command-line"), {
      folder: given(values, "to"),
      databaseUrl: ownerUrl,
      dataFolder: folder,
    });
    say(
      `Saved: ${saved.tables.length} tables, ${rowsOf(saved)} rows, ${files.count} files (${files.bytes} bytes), signed with the master key "${env.MASTER_KEYS[0]?.id ?? ""}".`,
    );
    if (files.elsewhere > 0)
      warn(
        `${files.elsewhere} files lie in the ${env.FILE_STORE} store and are NOT in this backup: save them with that store's own means.`,
      );
    warn(
      "THE MASTER KEYS ARE NOT IN THIS BACKUP. Without MASTER_KEYS (or secrets.json of DATA_DIR), files and second factors in it can never be read. Keep them apart, in a safe place.",
    );
    warn("The backup holds personal data in clear: keep it where only those who may read them can.");
    if (files.missing === 0) return 0;
    warn(
      `${files.missing} files that the database expects were NOT FOUND in the store; their keys are in the log. The backup is complete but for them.`,
    );
    return 1;
  },
};
