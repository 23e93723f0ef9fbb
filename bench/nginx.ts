import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Server, untilAnswer } from "./server";

/** Where nginx is, if it is on this machine: Debian keeps it out of the PATH of ordinary people. */
export function findNginx(): string | null {
  const folders = [...(process.env["PATH"] ?? "").split(":"), "/usr/sbin", "/usr/local/sbin"];
  return folders.map((folder) => join(folder, "nginx")).find((path) => existsSync(path)) ?? null;
}

/** "nginx/1.22.1" */
export const nginxVersion = (program: string): string => /nginx\/[\d.]+/u.exec(String(spawnSync(program, ["-v"]).stderr))?.[0] ?? "nginx";

/** Sends the files of `folder` itself when the server behind it says which, as X-Accel-Redirect does. */
export async function startNginx(program: string, folder: string, port: number, behind: number): Promise<Server> {
  const home = join(folder, "nginx");
  await mkdir(join(home, "temp"), { recursive: true });
  const file = join(home, "nginx.conf");
  await writeFile(file, configuration(folder, home, port, behind));
  return untilAnswer(spawn(program, ["-p", home, "-c", file], { stdio: ["ignore", "ignore", "inherit"] }), port, "/");
}

const configuration = (folder: string, home: string, port: number, behind: number) => `
daemon off;
master_process off;
pid ${home}/pid;
error_log stderr crit;
events { worker_connections 64; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  client_body_temp_path ${home}/temp/body;
  proxy_temp_path ${home}/temp/proxy;
  upstream behind { server 127.0.0.1:${behind}; keepalive 8; }
  server {
    listen 127.0.0.1:${port};
    location / { proxy_pass http://behind; proxy_http_version 1.1; proxy_set_header Connection ""; }
    location = /held.pdf { internal; root ${folder}; }
  }
}
`;
