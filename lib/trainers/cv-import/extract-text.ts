import { Worker } from "node:worker_threads";

/**
 * Runs in a thread of its own, with little memory and little time: a CV comes from anybody, and a hostile one might
 * never end or claim more than there is. Written as text because the bundler must not rewrite it; the libraries are
 * found from the project's root.
 */
const program = `
  const { parentPort, workerData } = require("node:worker_threads");
  const readers = {
    pdf: async (bytes) => {
      const { extractText, getDocumentProxy } = await import("unpdf");
      const document = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, disableFontFace: true });
      if (document.numPages > 60) throw new Error("too many pages");
      return (await extractText(document, { mergePages: false })).text.join("\\n");
    },
    docx: async (bytes) => (await require("mammoth").extractRawText({ buffer: Buffer.from(bytes) })).value,
  };
  readers[workerData.format](workerData.bytes).then(
    (text) => parentPort.postMessage({ text: text.slice(0, workerData.most) }),
    (error) => parentPort.postMessage({ error: String(error) }),
  );
`;

type Answer = { readonly text: string } | { readonly error: string };

/** Characters of text that are read of one CV. */
const mostText = 200_000;

/** The text of a PDF or DOCX file. Throws when it cannot be read within `timeout` milliseconds and 192 MB. */
export async function extractText(bytes: Buffer, format: "pdf" | "docx", timeout = 15_000): Promise<string> {
  const worker = new Worker(program, {
    eval: true,
    workerData: { bytes, format, most: mostText },
    resourceLimits: { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32 },
    // The libraries write their complaints to the console: they are kept away from our log.
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<Answer>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error("reading the CV takes too long")), timeout);
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.once("exit", () => reject(new Error("the reader of CVs stopped")));
    });
    if ("error" in answer) throw new Error(answer.error);
    return answer.text;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
