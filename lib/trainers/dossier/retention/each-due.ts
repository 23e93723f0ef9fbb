import { log } from "@/lib/core/log";
import type { Erased } from "./release-files";

interface Told {
  readonly done: number;
  readonly files: number;
  readonly bytes: number;
}

/**
 * One after the other, each in a transaction of its own: a faulty one is told at the end and delays nobody's. Counts what
 * each erased, which is less than was listed when something changed meanwhile.
 */
export async function eachDue<One>(
  due: readonly One[],
  idOf: (one: One) => string,
  erase: (one: One) => Promise<Erased | null>,
): Promise<Told> {
  const told = { done: 0, files: 0, bytes: 0 };
  const failed: string[] = [];
  for (const one of due) {
    try {
      const erased = await erase(one);
      if (erased === null) continue;
      told.done += 1;
      told.files += erased.fileIds.length;
      told.bytes += erased.bytes;
    } catch (error) {
      log.error({ err: error, id: idOf(one) }, "what was due in a dossier could not be erased");
      failed.push(idOf(one));
    }
  }
  if (failed.length > 0) throw new Error(`${failed.length} could not be erased: ${failed.join(", ")}`);
  return told;
}
