import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eicar } from "./clamd-double";

/** Debian package clamav-daemon; nothing of the product needs it. */
export const hasClamd = spawnSync("clamd", ["--version"]).status === 0;

export interface RealClamd {
  readonly url: string;
  close(): Promise<void>;
}

/** A clamd of this test alone, which knows one signature, of its own folder: that of the test virus. */
export async function startRealClamd(): Promise<RealClamd> {
  const folder = await mkdtemp(join(tmpdir(), "clamd-"));
  const port = await freePort();
  await mkdir(join(folder, "signatures"));
  await writeFile(join(folder, "signatures/local.ndb"), `Local.Eicar:0:*:${eicar.toString("hex")}\n`);
  await writeFile(
    join(folder, "clamd.conf"),
    `TCPSocket ${port}\nTCPAddr 127.0.0.1\nDatabaseDirectory ${folder}/signatures\nForeground yes\nLogFile ${folder}/log\nStreamMaxLength 20M\n`,
  );
  const daemon = spawn("clamd", ["-c", join(folder, "clamd.conf")], { stdio: ["ignore", "pipe", "pipe"] });
  await listening(daemon);
  return {
    url: `tcp://127.0.0.1:${port}`,
    close: async () => {
      daemon.kill();
      await once(daemon, "exit");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** Says so on its output once it has read its signatures. */
async function listening({ stdout, stderr }: ChildProcess): Promise<void> {
  stderr?.resume();
  if (stdout === null) throw new Error("clamd has no output");
  for await (const text of stdout.setEncoding("utf8").iterator({ destroyOnReturn: false }))
    if (String(text).includes("Self checking")) return void stdout.resume();
  throw new Error("clamd ended before it listened");
}
