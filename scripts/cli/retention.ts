import type { PlannedVersion } from "@/lib/trainers/dossier/retention/retention-plan";
import type { Command } from "./command";
import { instantOf } from "./instant-of";

export const retentionCommand: Command = {
  name: "retention",
  usage: "--dry-run [--as-of INSTANT]",
  summary: "List what forget-verified-scans, empty-old-versions and empty-old-dossiers would erase, and erase nothing; run-job erases.",
  options: { "dry-run": { type: "boolean" }, "as-of": { type: "string" } },
  required: ["dry-run"],
  on: "installation",
  async run({ values, say }) {
    const [{ retentionPlan }, { systemCtx }] = await Promise.all([
      import("@/lib/trainers/dossier/retention/retention-plan"),
      import("@/lib/core/system-ctx"),
    ]);
    const ctx = systemCtx("command-line");
    const plan = await retentionPlan(ctx, instantOf(values["as-of"], ctx.now));
    const { scans, leftovers, dossiers, scansBefore, leftoversBefore, dossiersBefore } = plan;
    const tell = (job: string, before: Date, due: readonly PlannedVersion[]) => {
      say(`${job}: ${due.length} version(s) that ended before ${before.toISOString()}`);
      for (const { versionId, accountId, block, number, state, files, bytes } of due)
        say(`  ${versionId}  account ${accountId}  ${block} no. ${number}, ${state}: ${files} file(s), ${bytes} bytes`);
    };
    tell("forget-verified-scans", scansBefore, scans);
    tell("empty-old-versions", leftoversBefore, leftovers);
    say(`empty-old-dossiers: ${dossiers.length} dossier(s) unused since ${dossiersBefore.toISOString()}`);
    for (const { dossierId, accountId, versions, files, bytes } of dossiers)
      say(`  ${dossierId}  account ${accountId}  ${versions} version(s), ${files} file(s), ${bytes} bytes`);
    return 0;
  },
};
