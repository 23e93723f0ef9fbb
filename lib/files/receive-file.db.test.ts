import { eq } from "drizzle-orm";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { files } from "@/db/schema/files";
import { auditLog } from "@/db/schema/platform";
import { inRolledBackTx, onCommittedCopy, testCtx } from "@/db/testing/rollback";
import { Refusal } from "@/lib/core/refusal";
import { openFile } from "./open-file";
import { receiveFile } from "./receive-file";
import { scanWithClamd } from "./scan-with-clamd";
import type { Fault } from "./testing/double-server";
import { type ClamdDouble, eicar, startClamdDouble } from "./testing/clamd-double";
import { docx, exe, jpegOf, locatedJpeg, pdf, pngOf } from "./testing/sample-files";
import { s3Bucket, s3Keys, startS3Double } from "./testing/s3-double";
import { bodyOf, incoming, openPlaces, someone, type TestFiles, testFiles } from "./testing/test-tools";
import { s3Store } from "./stores/s3-store";
import { startUploadthingDouble, uploadthingToken } from "./testing/uploadthing-double";
import { uploadthingStore } from "./stores/uploadthing-store";

let tools: TestFiles;
beforeEach(async () => {
  tools = await testFiles({ places: openPlaces });
});
afterEach(() => tools.clean());

/** Without the typographic spaces, which these stories are not about. */
const plain = (error: unknown) => (error instanceof Refusal ? error.message.replace(/\s/gu, " ") : String(error));
const refusalOf = (promise: Promise<unknown>): Promise<string> => promise.then(() => "taken", plain);

describe("TR-20 what is sent is received, checked and kept", () => {
  test("TR-20 a picture is drawn again, named as what it is now, counted and not yet attached", () =>
    inRolledBackTx(async (tx) => {
      const actor = someone();
      const row = await receiveFile({ ...tx, actor }, incoming("../moi.png", await pngOf(900, 700)), tools);
      expect(row).toMatchObject({
        name: "moi.jpg",
        mediaType: "image/jpeg",
        state: "clean",
        ownerId: actor.accountId,
        attachedAt: null,
        store: "local",
        keyId: "test",
      });
      const content = await buffer(await openFile(row, tools));
      expect([content.length, content.subarray(0, 3).toString("hex")]).toEqual([row.bytes, "ffd8ff"]);
      const [line] = await tx.db.select().from(auditLog).where(eq(auditLog.subjectId, row.id));
      expect(line).toMatchObject({ action: "file.received", accountId: actor.accountId });
    }));

  test("TR-20 a document is kept byte for byte, with its hash", () =>
    inRolledBackTx(async (tx) => {
      const sent = pdf("x".repeat(150_000));
      const row = await receiveFile({ ...tx, actor: someone() }, incoming("CV d’été.pdf", sent), tools);
      expect((await buffer(await openFile(row, tools))).equals(sent)).toBe(true);
      expect(row.sha256).toMatch(/^[0-9a-f]{64}$/u);
      expect(row).toMatchObject({ name: "CV d’été.pdf", mediaType: "application/pdf", bytes: sent.length });
    }));

  test("TR-30 on the disk nothing of the content can be read, also while it is being received", () =>
    inRolledBackTx(async (tx) => {
      const sent = pdf("CANARY-NIR-2840575".repeat(40_000));
      const seen: boolean[] = [];
      let most = 0;
      async function* watched() {
        for await (const piece of bodyOf(sent, 250_000)) {
          yield piece;
          const onDisk = await tools.everything();
          seen.push(onDisk.some((bytes) => bytes.includes("CANARY")));
          most = Math.max(most, ...onDisk.map(({ length }) => length));
        }
      }
      await receiveFile({ ...tx, actor: someone() }, incoming("dossier.pdf", sent, { body: watched() }), tools);
      const onDisk = await tools.everything();
      expect(onDisk.map((bytes) => bytes.includes("CANARY"))).toEqual([false]);
      expect(seen).toEqual([false, false, false]);
      expect(most, "half of it was on the disk when it was looked at").toBeGreaterThan(sent.length / 2);
    }));

  test("TR-20 the position where a photo was taken is not kept", () =>
    inRolledBackTx(async (tx) => {
      const row = await receiveFile({ ...tx, actor: someone() }, incoming("photo.jpg", await locatedJpeg()), tools);
      expect((await buffer(await openFile(row, tools))).includes("CanaryCamera")).toBe(false);
    }));
});

describe("TR-20 what is refused names the file, says what to do, and leaves nothing behind", () => {
  const cap = openPlaces.account_picture.maxBytes;
  test.each<[string, string, () => Promise<Buffer> | Buffer, string]>([
    ["an empty file", "vide.pdf", () => Buffer.alloc(0), "« vide.pdf » : ce fichier est vide."],
    ["one byte too many", "gros.pdf", () => Buffer.alloc(cap + 1, 32), "« gros.pdf » : ce fichier dépasse 5 Mo."],
    ["a program renamed", "photo.jpg", () => exe, "« photo.jpg » : ce format n’est pas accepté ici. Envoyez un fichier JPEG, PNG,"],
    ["another extension", "cv.pdf", () => docx(), "le contenu (DOCX) ne correspond pas à l’extension « .pdf »"],
    [
      "a damaged image",
      "photo.jpg",
      async () => (await jpegOf(800, 600)).subarray(0, 2_000),
      "« photo.jpg » : ce fichier est incomplet ou abîmé.",
    ],
  ])("TR-20 %s", (_what, name, content, said) =>
    inRolledBackTx(async (tx) => {
      expect(await refusalOf(receiveFile({ ...tx, actor: someone() }, incoming(name, await content()), tools))).toContain(said);
      expect(await tx.db.select().from(files)).toEqual([]);
      expect(await tools.everything()).toEqual([]);
    }),
  );

  test("TR-20 exactly the limit is taken", () =>
    inRolledBackTx(async (tx) => {
      const whole = Buffer.concat([pdf().subarray(0, -6), Buffer.alloc(cap - pdf().length, 32), pdf().subarray(-6)]);
      expect((await receiveFile({ ...tx, actor: someone() }, incoming("plein.pdf", whole), tools)).bytes).toBe(cap);
    }));

  test("TR-20 a body announced too large is not even read", () =>
    inRolledBackTx(async (tx) => {
      let read = false;
      async function* body() {
        read = true;
        yield Buffer.from("x");
      }
      const sending = receiveFile(
        { ...tx, actor: someone() },
        incoming("gros.pdf", Buffer.alloc(0), { body: body(), announcedBytes: cap + 1 }),
        tools,
      );
      expect(await refusalOf(sending)).toContain("dépasse 5 Mo");
      expect(read).toBe(false);
    }));

  test("TR-20 a sending cut in the middle", () =>
    inRolledBackTx(async (tx) => {
      async function* cut() {
        yield pdf();
        throw new Error("aborted");
      }
      expect(
        await refusalOf(receiveFile({ ...tx, actor: someone() }, incoming("cv.pdf", Buffer.alloc(0), { body: cut() }), tools)),
      ).toContain("l’envoi s’est interrompu");
      expect(await tools.everything()).toEqual([]);
    }));

  test("TR-20 a format that this place does not take", () =>
    inRolledBackTx(async (tx) => {
      const strict = await testFiles();
      expect(await refusalOf(receiveFile({ ...tx, actor: someone() }, incoming("cv.pdf", pdf()), strict))).toContain(
        "Envoyez un fichier JPEG, PNG, WebP ou HEIC.",
      );
      await strict.clean();
    }));

  test("TR-20 a visitor, and a person whose second factor is missing, send nothing", () =>
    inRolledBackTx(async (tx) => {
      await expect(receiveFile(tx, incoming("cv.pdf", pdf()), tools)).rejects.toMatchObject({ code: "unauthenticated" });
      await expect(
        receiveFile({ ...tx, actor: someone({ secondFactor: "missing" }) }, incoming("cv.pdf", pdf()), tools),
      ).rejects.toMatchObject({ code: "unauthenticated" });
    }));
});

describe("TR-20 the scanner stands in the way", () => {
  let clamd: ClamdDouble;
  beforeEach(async () => {
    clamd = await startClamdDouble();
  });
  afterEach(() => clamd.close());
  const scanning = (): TestFiles => ({ ...tools, scan: (bytes) => scanWithClamd(clamd.url, bytes, 300) });

  test("TR-20 an infected file is refused, told to the audit log, and leaves nothing else", () =>
    inRolledBackTx(async (tx) => {
      const actor = someone();
      expect(await refusalOf(receiveFile({ ...tx, actor }, incoming("cv.txt", eicar), scanning()))).toContain(
        "l’antivirus a reconnu un programme malveillant",
      );
      expect(await tx.db.select().from(files)).toEqual([]);
      expect(await tools.everything()).toEqual([]);
      const [line] = await tx.db.select().from(auditLog).where(eq(auditLog.actorId, actor.accountId));
      expect(line).toMatchObject({ action: "file.infected", details: { signature: "Eicar-Test-Signature" } });
    }));

  test("TR-20 a clean file passes, and what was scanned is what was sent", () =>
    inRolledBackTx(async (tx) => {
      await receiveFile({ ...tx, actor: someone() }, incoming("cv.pdf", pdf()), scanning());
      expect(clamd.scanned.at(-1)?.equals(pdf())).toBe(true);
    }));

  test.each(["hang", "cut", "nonsense"] as const)("TR-20 without a verdict (%s) nothing is taken", (mood) =>
    inRolledBackTx(async (tx) => {
      clamd.mood = mood;
      await expect(receiveFile({ ...tx, actor: someone() }, incoming("cv.pdf", pdf()), scanning())).rejects.toMatchObject({
        code: "unavailable",
      });
      expect(await tx.db.select().from(files)).toEqual([]);
      expect(await tools.everything()).toEqual([]);
    }),
  );
});

describe("TR-21 a store that fails", () => {
  const doubles = {
    s3: () =>
      startS3Double().then((double) => ({
        double,
        store: s3Store({ endpoint: double.url, region: "eu-west-3", bucket: s3Bucket, ...s3Keys, timeout: 500 }),
      })),
    uploadthing: () =>
      startUploadthingDouble().then((double) => ({
        double,
        store: uploadthingStore({
          token: uploadthingToken,
          apiUrl: double.url,
          ingestUrl: double.url,
          filesHost: double.host,
          timeout: 500,
        }),
      })),
  };

  test.each([
    ["s3", "error"],
    ["s3", "cut"],
    ["uploadthing", "error"],
    ["uploadthing", "hang"],
  ] as const)("TR-21 %s (%s): the person is asked to try later, and neither row nor object stays", (name, fault: Fault) =>
    inRolledBackTx(async (tx) => {
      const { double, store } = await doubles[name]();
      double.fault = fault;
      const broken = { ...tools, store };
      await expect(receiveFile({ ...tx, actor: someone() }, incoming("cv.pdf", pdf()), broken)).rejects.toMatchObject({
        code: "unavailable",
      });
      expect([await tx.db.select().from(files), double.objects.size, await tools.everything()]).toEqual([[], 0, []]);
      await double.close();
    }),
  );

  test.each(["s3", "uploadthing"] as const)("TR-21 %s: a file goes out encrypted and comes back as it was", (name) =>
    inRolledBackTx(async (tx) => {
      const { double, store } = await doubles[name]();
      const remote = { ...tools, store, storeOf: () => store };
      const sent = pdf("CANARY".repeat(30_000));
      const row = await receiveFile({ ...tx, actor: someone() }, incoming("cv.pdf", sent), remote);
      expect(row.store).toBe(name);
      expect([...double.objects.values()].map(({ bytes }) => bytes.includes("CANARY"))).toEqual([false]);
      expect((await buffer(await openFile(row, remote))).equals(sent)).toBe(true);
      await double.close();
    }),
  );
});

describe("TR-20 the place one person may take", () => {
  const sent = () => incoming("cv.pdf", pdf("x".repeat(600)));
  const size = pdf("x".repeat(600)).length;

  test("TR-20 past the quota a file is refused, another person's is not, and a deleted one frees its place", () =>
    inRolledBackTx(async (tx) => {
      const small = { ...tools, quotaBytes: size };
      const me = { ...tx, actor: someone() };
      const first = await receiveFile(me, sent(), small);
      expect(await refusalOf(receiveFile(me, sent(), small))).toContain("toute la place dont vous disposez");
      await receiveFile({ ...tx, actor: someone() }, sent(), small);
      await tx.db.update(files).set({ state: "deleted", deletedAt: tx.now }).where(eq(files.id, first.id));
      await receiveFile(me, sent(), small);
      expect(await tools.everything()).toHaveLength(3);
    }));

  test("TR-20 ten files sent at once do not pass the quota together", () =>
    onCommittedCopy("file_quota", async (db) => {
      const small = { ...tools, quotaBytes: size * 3 };
      const ctx = testCtx(db, { actor: someone() });
      const results = await Promise.all(Array.from({ length: 10 }, () => refusalOf(receiveFile(ctx, sent(), small))));
      expect(results.filter((result) => result === "taken")).toHaveLength(3);
      expect([(await db.select().from(files)).length, (await tools.everything()).length]).toEqual([3, 3]);
    }));
});
