import { regionsCount, specialtiesCount } from "./floor/notices";
import { builtActions } from "@/e2e/guards/inventory";
import { searches } from "./authority-statements";
import { benchDist } from "./build";
import type { Ask } from "./load";
import type { Server } from "./server";
import { network, plainSignIn, scriptedSignIn } from "./sign-in-requests";
import type { SoftNavigation } from "./browser/soft-navigation";
import type { Stage } from "./stage";

export interface Variant {
  readonly name: VariantName;
  readonly server: Server;
  readonly ask: Ask;
  readonly concurrency: number;
}

export type VariantName =
  | "F rows"
  | "F rows, one at a time"
  | "A action"
  | "B rows"
  | "B search"
  | "B search, one at a time"
  | "sign-in page"
  | "launcher"
  | "full page"
  | "soft navigation"
  | "sign-in"
  | "sign-in and launcher"
  | "authority search"
  | "authority search, one at a time";

export interface Servers {
  readonly site: Server;
  readonly floor: Server;
  readonly bare: Server;
}

const many = 16;

/** Any filter of the floor's list: nothing is answered twice in a row from the same rows. */
export const rows: Ask = () => ({
  path: `/rows?region=${1 + Math.floor(Math.random() * regionsCount)}&specialty=${1 + Math.floor(Math.random() * specialtiesCount)}`,
});

export const launcher =
  ({ people }: Stage): Ask =>
  (n) => ({ path: "/applications", headers: { cookie: people.cookies[n % people.cookies.length] ?? "", ...network(n) } });

/** Everything measured in each round, in this order. */
export async function variantsOf(stage: Stage, { site, floor, bare }: Servers, navigation: SoftNavigation): Promise<readonly Variant[]> {
  const search: Ask = (n) => ({
    path: `/api/references/authorities?q=${encodeURIComponent(searches[n % searches.length] ?? "")}`,
    headers: network(n % 5_000),
  });
  const replay: Ask = (n) => ({ path: `/statements?n=${n % searches.length}` });
  const as =
    (headers: Readonly<Record<string, string>>): Ask =>
    (n) => ({ path: navigation.path, headers: { ...headers, cookie: stage.people.cookies[n % stage.people.cookies.length] ?? "" } });
  const variant = (name: VariantName, server: Server, ask: Ask, concurrency = many): Variant => ({ name, server, ask, concurrency });
  return [
    variant("F rows", floor, rows),
    variant("launcher", site, launcher(stage)),
    variant("sign-in page", site, (n) => ({ path: "/compte/connexion", headers: network(n) })),
    variant("full page", site, as({})),
    variant("soft navigation", site, (n) => ({ ...as(navigation.headers)(n), path: navigation.softPath })),
    variant("F rows, one at a time", floor, rows, 1),
    variant("A action", floor, await floorAction(floor), 1),
    variant("sign-in", site, await plainSignIn(site.port, stage.people), 1),
    variant("sign-in and launcher", site, scriptedSignIn(site.port, stage.people, benchDist), 1),
    variant("authority search", site, search),
    variant("B search", bare, replay),
    variant("authority search, one at a time", site, search, 1),
    variant("B search, one at a time", bare, replay, 1),
    variant("B rows", bare, rows),
  ];
}

/** The floor's action, called as the page's script does. */
export async function floorAction(floor: Server): Promise<Ask> {
  const id = builtActions("bench/floor/site/.next").find(({ exportedName }) => exportedName === "countViewAction")?.id;
  if (id === undefined) throw new Error("The floor's build exposes no countViewAction.");
  const boundary = "----bench-boundary";
  const part = (name: string, value: string) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const headers = {
    origin: `http://localhost:${floor.port}`,
    "next-action": id,
    accept: "text/x-component",
    "content-type": `multipart/form-data; boundary=${boundary}`,
  };
  return (n) => ({
    path: "/act",
    method: "POST",
    headers,
    body: `${part("_1_id", String(1 + (n % 40_000)))}${part("0", '["$K1"]')}--${boundary}--\r\n`,
  });
}
