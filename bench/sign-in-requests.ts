import { builtActions } from "@/e2e/guards/inventory";
import { ask, type Ask } from "./load";
import { benchPassword, type People } from "./people";

const page = "/compte/connexion";
const boundary = "----bench-boundary";

type Fields = readonly (readonly [name: string, value: string])[];

const multipart = (fields: Fields) =>
  `${fields.map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join("")}--${boundary}--\r\n`;

/** Each caller comes from a network of its own, so that the limits by network stay out of the measure. */
export const network = (n: number) => ({ "x-forwarded-for": `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}` });

const headersOf = (port: number, n: number) => ({
  origin: `http://localhost:${port}`,
  "content-type": `multipart/form-data; boundary=${boundary}`,
  ...network(n),
});

/** The sign-in as the page's script sends it; the answer carries the launcher, rendered. */
export function scriptedSignIn(port: number, people: People, distDir: string): Ask {
  const id = builtActions(distDir).find(({ exportedName }) => exportedName === "signInAction")?.id;
  if (id === undefined) throw new Error("The build exposes no signInAction.");
  return (n) => ({
    path: page,
    method: "POST",
    isRight: ({ headers }) => String(headers["x-action-redirect"]).startsWith("/applications"),
    headers: { ...headersOf(port, n), "next-action": id, accept: "text/x-component" },
    // What the arguments refer to comes before them, as React sends it.
    body: multipart([...typed(people, n, "_1_"), ["0", '[{"status":"idle"},"$K1"]']]),
  });
}

/** The sign-in as the browser posts the form without JavaScript: nothing but the session and where to go. */
export async function plainSignIn(port: number, people: People): Promise<Ask> {
  const html = (await ask(port, { path: page })).body.toString();
  const form = /<form(?:(?!<\/form>).)*name="password"/su.exec(html.slice(html.indexOf("<main")))?.[0] ?? "";
  const hidden = [...form.matchAll(/<input type="hidden" name="(\$ACTION[^"]*)"(?: value="([^"]*)")?/gu)];
  if (hidden.length === 0) throw new Error("The sign-in page has no form that works without JavaScript.");
  const fields = hidden.map(([, name = "", value = ""]) => [name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&")] as const);
  return (n) => ({
    path: page,
    method: "POST",
    isRight: ({ status, headers }) => status === 303 && headers["location"] === "/applications",
    headers: { ...headersOf(port, n), accept: "text/html" },
    body: multipart([...fields, ...typed(people, n, "")]),
  });
}

const typed = ({ addresses }: People, n: number, prefix: string): Fields => [
  [`${prefix}address`, addresses[n % addresses.length] ?? ""],
  [`${prefix}password`, benchPassword],
  [`${prefix}retour`, ""],
];
