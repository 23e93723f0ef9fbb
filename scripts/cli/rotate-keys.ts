import type { Command } from "./command";

export const rotateKeysCommand: Command = {
  name: "rotate-keys",
  usage: "",
  summary: "Wrap everything encrypted with the first key of MASTER_KEYS, while the site works; may be interrupted and run again.",
  options: {},
  on: "installation",
  async run({ say, warn }) {
    const [{ rotateKeys }, { systemCtx }, { env }] = await Promise.all([
      import("@/lib/operations/keys/rotate-keys"),
      import("@/lib/core/system-ctx"),
      import("@/lib/core/env"),
    ]);
    const rotated = await rotateKeys(systemCtx("command-line"));
    const active = env.MASTER_KEYS[0]?.id ?? "";
    for (const { what, rewrapped, unreadable } of rotated)
      say(`${what.padEnd(22)} ${rewrapped} wrapped with "${active}"${unreadable === 0 ? "" : `, ${unreadable} UNREADABLE`}`);
    if (rotated.some(({ unreadable }) => unreadable > 0)) {
      warn(
        "Some values are under a master key that MASTER_KEYS does not hold: put that key back (after the active one), then run this again.",
      );
      return 1;
    }
    say(
      `The keys other than "${active}" may leave MASTER_KEYS once every server and worker was restarted with it. Keep them with the backups made before today.`,
    );
    return 0;
  },
};
