import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** "held": another run is alive on the folder. "left over": one ended without cleaning up (killed, power cut). */
export type LockState = "free" | "held" | "left over";

const lockFile = (folder: string) => join(folder, "running");

export async function lockState(folder: string): Promise<LockState> {
  const known = await readFile(lockFile(folder), "utf8").catch(() => null);
  if (known === null) return "free";
  const pid = pidIn(known);
  return pid !== process.pid && known === identityOf(pid) ? "held" : "left over";
}

/** One run at a time on a data folder: two would stop each other's database. Throws when one is alive; gives how to let go. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = lockFile(folder);
  if ((await lockState(folder)) === "held") {
    const pid = pidIn(await readFile(file, "utf8"));
    throw new Error(
      `The data folder ${folder} is already in use by another start (process ${pid}): stop it first, or set DATA_DIR to another folder.`,
    );
  }
  await rm(file, { force: true });
  await writeFile(file, identityOf(process.pid) ?? "", { flag: "wx" });
  return () => rm(file, { force: true });
}

const pidIn = (known: string) => Number(known.split(" ")[0]);

/** Number and starting time of a process, for numbers are given again; null when there is none. */
function identityOf(pid: number): string | null {
  const started = process.platform === "linux" ? startedOnLinux(pid) : startedElsewhere(pid);
  return started === null ? null : `${pid} ${started}`;
}

function startedOnLinux(pid: number): string | null {
  try {
    const facts = readFileSync(`/proc/${pid}/stat`, "utf8");
    // After the name, which may hold anything, in parentheses: the 22nd field of all is the 20th from there.
    return facts.slice(facts.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}

function startedElsewhere(pid: number): string | null {
  try {
    return (
      execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim() || null
    );
  } catch {
    return null;
  }
}
