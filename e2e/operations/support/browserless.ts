import { type IncomingHttpHeaders, request } from "node:http";

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

interface Asking {
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
}

/** A balancer in front of one server: asks under the public name, as a browser without scripts would. */
export interface Server {
  readonly port: number;
  readonly origin: string;
}

export function ask({ port, origin }: Server, path: string, { cookie, headers = {}, form }: Asking = {}): Promise<Answer> {
  const body = form === undefined ? null : multipart(form);
  const all = {
    host: new URL(origin).host,
    "x-forwarded-proto": "https",
    ...(cookie === undefined ? {} : { cookie }),
    ...(body === null
      ? {}
      : { origin, "content-type": `multipart/form-data; boundary=${boundary}`, "content-length": String(body.length) }),
    ...headers,
  };
  return new Promise((done, fail) => {
    const asking = request({ host: "127.0.0.1", port, path, method: body === null ? "GET" : "POST", headers: all }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on("data", (piece: Buffer) => pieces.push(piece));
      answer.once("end", () => done({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(pieces).toString() }));
    });
    asking.once("error", fail);
    asking.end(body ?? undefined);
  });
}

interface FormOfPage {
  readonly holding: string;
  readonly cookie?: string;
}

/** The hidden fields of the form of a page that holds a certain text. */
export async function hiddenFields(server: Server, path: string, { holding, cookie }: FormOfPage): Promise<Record<string, string>> {
  const page = await ask(server, path, cookie === undefined ? {} : { cookie });
  const form = [...page.text.matchAll(/<form[\s\S]*?<\/form>/gu)].map(([text]) => text).find((text) => text.includes(holding));
  if (form === undefined) throw new Error(`no form with "${holding}" on ${path} (${page.status}): ${page.text.slice(0, 500)}`);
  return Object.fromEntries(
    [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/gu)].map(([input]) => [attribute(input, "name"), attribute(input, "value")]),
  );
}

/** Posts that form, with its hidden fields and what a person typed. */
export async function submit(
  server: Server,
  path: string,
  { typed = {}, ...form }: FormOfPage & { typed?: Readonly<Record<string, string>> },
): Promise<Answer> {
  const fields = { ...(await hiddenFields(server, path, form)), ...typed };
  return ask(server, path, { form: fields, ...(form.cookie === undefined ? {} : { cookie: form.cookie }) });
}

const attribute = (tag: string, name: string) =>
  (new RegExp(`\\b${name}="([^"]*)"`, "u").exec(tag)?.[1] ?? "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

const boundary = "----operations";
const multipart = (form: Readonly<Record<string, string>>) =>
  Buffer.from(
    `${Object.entries(form)
      .map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
      .join("")}--${boundary}--\r\n`,
  );
