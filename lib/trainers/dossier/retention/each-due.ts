import { log } from "@/lib/core/log";

interface Due {
  readonly files: number;
  readonly bytes: number;
}

/** One after the other, each in a transaction of its own: a faulty one is told at the end and delays nobody's. */
export async function eachDue<One extends Due>(
  due: readonly One[],
  idOf: (one: One) => string,
  erase: (one: One) => Promise<boolean>,
): Promise<Due & { readonly done: number }> {
  const told = { done: 0, files: 0, bytes: 0 };
  const failed: string[] = [];
  for (const one of due) {
    try {
      if (!(await erase(one))) continue;
      told.done += 1;
      told.files += one.files;
      told.bytes += one.bytes;
    } catch (error) {
      log.error({ err: error, id: idOf(one) }, "what was due in a dossier could not be erased");
      failed.push(idOf(one));
    }
  }
  if (failed.length > 0) throw new Error(`${failed.length} could not be erased: ${failed.join(", ")}`);
  return told;
}
