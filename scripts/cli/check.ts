import type { Command } from "./command";

export const check: Command = {
  name: "check",
  usage: "",
  summary: "Look at configuration, database, privileges, file store, mail, worker, clock; exit code 1 when one is wrong.",
  options: {},
  on: "installation",
  async run({ ownerUrl, say }) {
    const [{ checkInstallation }, { systemCtx }] = await Promise.all([
      import("@/lib/operations/check/check-installation"),
      import("@/lib/core/system-ctx"),
    ]);
    const findings = await checkInstallation(systemCtx("command-line"), { ownerUrl });
    for (const { name, ok, detail } of findings) say(`${ok ? "ok    " : "WRONG "} ${name.padEnd(14)} ${detail}`);
    const wrong = findings.filter(({ ok }) => !ok).length;
    say(wrong === 0 ? "Everything is in order." : `${wrong} of ${findings.length} are wrong.`);
    return wrong === 0 ? 0 : 1;
  },
};
