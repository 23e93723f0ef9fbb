import { eq } from "drizzle-orm";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { accounts } from "@/db/schema/accounts";
import { files } from "@/db/schema/files";
import { inRolledBackTx, testNow } from "@/db/testing/rollback";
import type { Ctx } from "@/lib/core/ctx";
import { receiveFile } from "@/lib/files/receive-file";
import { exe, pngOf } from "@/lib/files/testing/sample-files";
import { bodyOf, incoming, someone, type TestFiles, testFiles } from "@/lib/files/testing/test-tools";
import { webStream } from "@/lib/files/web-stream";
import { receivePlainForm } from "./plain-form";

let tools: TestFiles;
beforeEach(async () => {
  tools = await testFiles();
});
afterEach(() => tools.clean());

const where = { place: "account_picture", returnTo: "/compte/identite" } as const;

/** As a browser posts it: a stream whose length is not announced unless a header says so. */
async function posted(fields: Readonly<Record<string, File | string>>, headers: Readonly<Record<string, string>> = {}): Promise<Request> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const encoded = new Response(form);
  const type = encoded.headers.get("content-type") ?? "";
  const bytes = Buffer.from(await encoded.arrayBuffer());
  const body = webStream(Readable.from(bodyOf(bytes, 60_000)));
  const init: RequestInit & { duplex: "half" } = { method: "POST", body, headers: { "content-type": type, ...headers }, duplex: "half" };
  return new Request("http://localhost/api/files", init);
}

async function aPerson(ctx: Ctx) {
  const values = { civility: "mme", firstName: "Camille", lastName: "Durand", passwordHash: "none", passwordChangedAt: testNow } as const;
  const [account] = await ctx.db.insert(accounts).values(values).returning({ id: accounts.id });
  if (account === undefined) throw new Error("no account");
  const picture = async () =>
    (await ctx.db.select({ id: accounts.pictureFileId }).from(accounts).where(eq(accounts.id, account.id)))[0]?.id;
  return { me: { ...ctx, actor: someone({ accountId: account.id }) }, picture };
}

const file = (bytes: Buffer, name: string) => new File([new Uint8Array(bytes)], name);

describe("TR-41 a file sent without JavaScript", () => {
  test("MC-30 the picture is received and set, and the browser goes back to the page", () =>
    inRolledBackTx(async (tx) => {
      const { me, picture } = await aPerson(tx);
      const response = await receivePlainForm(me, await posted({ file: file(await pngOf(), "moi.png"), other: "x" }), where, tools);
      expect([response.status, response.headers.get("location")]).toEqual([303, "/compte/identite"]);
      const [row] = await tx.db.select().from(files);
      expect(row).toMatchObject({ name: "moi.jpg", state: "clean", id: await picture() });
    }));

  test("MC-30 the same form, when a script has sent the file already, posts its id", () =>
    inRolledBackTx(async (tx) => {
      const { me, picture } = await aPerson(tx);
      const { id } = await receiveFile(me, incoming("moi.png", await pngOf()), tools);
      expect((await receivePlainForm(me, await posted({ file: id }), where, tools)).status).toBe(303);
      expect(await picture()).toBe(id);
    }));

  test.each<[string, () => Request | Promise<Request>, string]>([
    ["nothing chosen", () => posted({ file: new File([], "") }), "Choisissez d’abord un fichier."],
    ["no such field", () => posted({}), "Choisissez d’abord un fichier."],
    ["a program with markup in its name", () => posted({ file: file(exe, "<b>x</b>.jpg") }), "b_.jpg"],
    ["a file too large", () => posted({ file: file(Buffer.alloc(5_000_001, 1), "gros.png") }), "dépasse 5"],
    ["a form far too large", () => posted({ file: file(Buffer.alloc(5_200_000, 1), "gros.png") }), "dépasse 5"],
    ["an announced length far too large", () => posted({ file: "x" }, { "content-length": "9000000000" }), "dépasse 5"],
    ["an id of nothing", () => posted({ file: "01890000-0000-7000-8000-000000000000" }), "plus disponible"],
    ["an id that is none", () => posted({ file: "' or 1=1 --" }), "plus disponible"],
    [
      "a body that is no form",
      () => new Request("http://localhost/", { method: "POST", body: "x", headers: { "content-type": "multipart/form-data; boundary=y" } }),
      "incomplet",
    ],
  ])("TR-20 %s: a French page says so and leads back; nothing is kept", (_what, request, said) =>
    inRolledBackTx(async (tx) => {
      const { me, picture } = await aPerson(tx);
      const response = await receivePlainForm(me, await request(), where, tools);
      const page = await response.text();
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(page).toContain(said);
      expect(page).toContain('<a href="/compte/identite">');
      expect(page).not.toContain("<b>");
      expect([await picture(), await tx.db.select().from(files), await tools.everything()]).toEqual([null, [], []]);
    }),
  );
});
