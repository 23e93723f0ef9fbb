import { Worker } from "node:worker_threads";

/**
 * Runs in a thread of its own: decoding a phone photo takes seconds of pure computation, and a hostile one might
 * never end. Written as text because the bundler must not rewrite it; `heic-convert` is found from the project's root.
 */
const program = `
  const { parentPort, workerData } = require("node:worker_threads");
  require("heic-convert")({ buffer: Buffer.from(workerData), format: "JPEG", quality: 0.95 }).then(
    (image) => parentPort.postMessage({ image }),
    (error) => parentPort.postMessage({ error: String(error) }),
  );
`;

type Answer = { readonly image: Uint8Array } | { readonly error: string };

/** The main image of a HEIC or HEIF file, as JPEG. Throws when it cannot be read within `timeout` milliseconds. */
export async function decodeHeic(bytes: Buffer, timeout = 30_000): Promise<Buffer> {
  // The decoder writes its complaints to the console: they are kept away from our log.
  const worker = new Worker(program, { eval: true, workerData: bytes, stdout: true, stderr: true });
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<Answer>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error("HEIC decoding takes too long")), timeout);
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.once("exit", () => reject(new Error("HEIC decoder stopped")));
    });
    if ("error" in answer) throw new Error(answer.error);
    return Buffer.from(answer.image);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
