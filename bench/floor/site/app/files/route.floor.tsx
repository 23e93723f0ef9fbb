import { createHash, randomUUID } from "node:crypto";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";

/** F for what is sent: the body as the framework hands it over, hashed and written, nothing else. */
export async function POST(request: Request): Promise<Response> {
  const path = join(process.env["BENCH_FOLDER"] ?? "", `floor-${randomUUID()}`);
  const hash = createHash("sha256");
  const file = await open(path, "wx");
  try {
    for await (const chunk of request.body ?? []) {
      hash.update(chunk);
      await file.write(chunk);
    }
  } finally {
    await file.close();
    setImmediate(() => void rm(path, { force: true }));
  }
  return Response.json({ sha256: hash.digest("hex") });
}
