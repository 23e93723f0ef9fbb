import { readdirSync, readFileSync, writeFileSync } from "node:fs";

/** Linux counts processor time in hundredths of a second. */
const ticksPerSecond = 100;

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** User and system time, its ended children's included, in milliseconds. */
  readonly cpu: number;
}

function readProcess(pid: number): Process | null {
  try {
    const facts = readFileSync(`/proc/${pid}/stat`, "utf8");
    // After the name, which may hold anything, in parentheses.
    const fields = facts
      .slice(facts.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + (fields[index] ?? 0), 0);
    return { pid, parent: fields[1] ?? 0, cpu: (ticks * 1000) / ticksPerSecond };
  } catch {
    return null;
  }
}

function tree(root: number): readonly Process[] {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? []);
  const found = all.filter(({ pid }) => pid === root);
  for (const known of found) found.push(...all.filter(({ parent, pid }) => parent === known.pid && pid !== root));
  return found;
}

/** Milliseconds of processor used so far by a process and its descendants. */
export const cpuOf = (root: number): number => tree(root).reduce((sum, { cpu }) => sum + cpu, 0);

/** Memory held by a process and its descendants, in MiB. */
export const memoryOf = (root: number): number => mebibytesOf(root, "VmRSS");

/** The most that they held since `forgetPeak`, in MiB. */
export const peakMemoryOf = (root: number): number => mebibytesOf(root, "VmHWM");

export function forgetPeak(root: number): void {
  for (const { pid } of tree(root)) writeFileSync(`/proc/${pid}/clear_refs`, "5");
}

function mebibytesOf(root: number, field: "VmRSS" | "VmHWM"): number {
  const kibibytes = tree(root).map(({ pid }) => {
    try {
      return Number(new RegExp(`${field}:\\s+(\\d+)`, "u").exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
    } catch {
      return 0;
    }
  });
  return kibibytes.reduce((sum, value) => sum + value, 0) / 1024;
}
