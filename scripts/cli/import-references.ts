import type { Command } from "./command";

export const importReferencesCommand: Command = {
  name: "import-references",
  usage: "",
  summary: "Import regions, departments, communes, authorities and countries again; add missing structures and specialties.",
  options: {},
  on: "installation",
  async run({ say }) {
    const [{ importReferences }, { systemCtx }] = await Promise.all([
      import("@/lib/references/import-references"),
      import("@/lib/core/system-ctx"),
    ]);
    const { version, counts } = await importReferences(systemCtx("command-line"));
    say(`References ${version}:`);
    for (const [name, count] of Object.entries(counts)) say(`  ${name.padEnd(16)} ${count}`);
    return 0;
  },
};
