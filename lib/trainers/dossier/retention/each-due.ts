import { log } from "@/lib/core/log";
import type { DueVersion } from "./due-versions";

/** One version after the other, each in a transaction of its own: a faulty one is told at the end and delays nobody's. */
export async function eachDue(
  due: readonly DueVersion[],
  erase: (version: DueVersion) => Promise<boolean>,
): Promise<{ readonly versions: number; readonly files: number; readonly bytes: number }> {
  const done = { versions: 0, files: 0, bytes: 0 };
  const failed: string[] = [];
  for (const version of due) {
    try {
      if (!(await erase(version))) continue;
      done.versions += 1;
      done.files += version.files;
      done.bytes += version.bytes;
    } catch (error) {
      log.error({ err: error, versionId: version.versionId }, "a version of a dossier could not be erased");
      failed.push(version.versionId);
    }
  }
  if (failed.length > 0) throw new Error(`${failed.length} version(s) could not be erased: ${failed.join(", ")}`);
  return done;
}
