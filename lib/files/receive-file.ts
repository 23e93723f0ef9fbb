import { randomBytes } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { files } from "@/db/schema/files";
import { audit, auditLook } from "@/lib/audit/audit";
import { wrapKey } from "@/lib/core/crypto";
import type { Ctx, SignedIn } from "@/lib/core/ctx";
import { log } from "@/lib/core/log";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { acceptedFormat, scanned } from "./check-content";
import { cleanFileName, nameForFormat } from "./file-name";
import type { FileRow } from "./file-row";
import { fileTools, type FileTools } from "./file-tools";
import { type FileFormat, formatFacts } from "./formats.data";
import { maySend } from "./policy";
import { ensureRoom } from "./quota";
import { BodyInterrupted, BodyTooLarge, type Draft, dropDraft, readDraft, receiveBody, rewriteDraft } from "./receive-body";
import { ImageRefused, reencodeImage } from "./reencode-image";
import { badContent, gone, infected, interrupted, tooLarge, unavailable } from "./refusals";
import { StoreUnavailable } from "./stores/store";
import type { FilePlace } from "./vocabulary";

export interface IncomingFile {
  readonly place: FilePlace;
  /** As the browser gave it. */
  readonly name: string;
  readonly body: AsyncIterable<Uint8Array>;
  /** Content-Length, when known: a body announced too large is not even read. */
  readonly announcedBytes?: number | undefined;
}

interface Content {
  readonly name: string;
  readonly format: FileFormat;
  readonly draft: Draft;
}

/**
 * The one way in for files (TR-20): receive, recognise, scan, draw images again, encrypt, store, count.
 * Answers the stored row, not yet attached to anything; throws a Refusal that names the file. What is refused
 * leaves nothing behind: no temporary file, no object, no row.
 */
export async function receiveFile(ctx: Ctx, input: IncomingFile, tools: FileTools = fileTools()): Promise<FileRow> {
  const { actor } = ctx;
  ensure(maySend(actor));
  if (actor.kind !== "account") throw gone();
  const limits = tools.places[input.place];
  const name = cleanFileName(input.name);
  if ((input.announcedBytes ?? 0) > limits.maxBytes) throw tooLarge(name, limits.maxBytes);
  const drafts: Draft[] = [];
  try {
    const draft = await receiveBody(input.body, tools.folder, limits.maxBytes);
    drafts.push(draft);
    const content = await prepareContent(ctx, { name, place: input.place, draft }, tools);
    drafts.push(content.draft);
    return await keep(ctx, actor, input.place, content, tools);
  } catch (error) {
    if (error instanceof BodyTooLarge) throw tooLarge(name, limits.maxBytes);
    if (error instanceof BodyInterrupted) throw interrupted(name);
    throw error;
  } finally {
    await Promise.all(drafts.map(dropDraft));
  }
}

async function prepareContent(
  ctx: Ctx,
  { name, place, draft }: { name: string; place: FilePlace; draft: Draft },
  tools: FileTools,
): Promise<Content> {
  const limits = tools.places[place];
  const clear = await readDraft(draft);
  const format = await acceptedFormat(clear, name, limits);
  const verdict = await scanned(clear, name, tools.scan);
  if (!verdict.clean) {
    await auditLook(ctx, { action: "file.infected", details: { place, sha256: draft.sha256, signature: verdict.signature.slice(0, 200) } });
    throw infected(name);
  }
  if (formatFacts[format].family !== "image") return { name: nameForFormat(name, format), format, draft };
  const drawn = await reencodeImage(clear, format, limits.image).catch((error: unknown) => {
    throw error instanceof ImageRefused ? badContent(name, error.reason) : error;
  });
  return { name: nameForFormat(name, "jpeg"), format: "jpeg", draft: await rewriteDraft(draft, drawn, tools.folder) };
}

/** Row first, bytes next, "clean" last: whatever stops in between is found again by the sweeper. */
async function keep(ctx: Ctx, owner: SignedIn, place: FilePlace, content: Content, tools: FileTools): Promise<FileRow> {
  const { draft, name, format } = content;
  const storeKey = randomBytes(16).toString("hex");
  const [keyId, wrappedKey] = wrapKey(draft.key, fileKeyContext(draft.fileId));
  await reserve(ctx, tools.quotaBytes, {
    id: draft.fileId,
    ownerId: owner.accountId,
    place,
    name,
    mediaType: formatFacts[format].mediaType,
    bytes: draft.bytes,
    sha256: draft.sha256,
    state: "pending",
    store: tools.store.id,
    storeKey,
    keyId,
    wrappedKey,
    createdAt: ctx.now,
  });
  let storedAs = storeKey;
  try {
    storedAs = await tools.store.put(storeKey, draft.path);
    return await confirm(ctx, draft.fileId, storedAs);
  } catch (error) {
    await forget(ctx, draft.fileId, storedAs, tools);
    if (!(error instanceof StoreUnavailable)) throw error;
    log.error({ err: error, store: tools.store.id }, "a file could not be stored");
    throw unavailable(name);
  }
}

/** What the key of a file is bound to when a master key wraps it. */
export const fileKeyContext = (fileId: string) => `files|wrapped_key|${fileId}`;

/** Takes the place of the file in its owner's quota; one person's uploads count one after the other. */
async function reserve(ctx: Ctx, quotaBytes: number, row: typeof files.$inferInsert): Promise<void> {
  await withTx(ctx, async (tx) => {
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`files:${row.ownerId}`}, 0))`);
    await ensureRoom(tx, row, quotaBytes);
    await tx.db.insert(files).values(row);
  });
}

async function confirm(ctx: Ctx, fileId: string, storeKey: string): Promise<FileRow> {
  return withTx(ctx, async (tx) => {
    const [row] = await tx.db
      .update(files)
      .set({ state: "clean", storeKey })
      .where(and(eq(files.id, fileId), eq(files.state, "pending")))
      .returning();
    if (row === undefined) throw new Error("the file was swept while it was being stored");
    await audit(tx, {
      action: "file.received",
      subject: { type: "file", id: fileId },
      accountId: row.ownerId,
      details: { place: row.place, mediaType: row.mediaType, bytes: row.bytes },
    });
    return row;
  });
}

/** Takes back what a failed store has begun. What cannot be taken back now is the sweeper's. */
async function forget(ctx: Ctx, fileId: string, storeKey: string, tools: FileTools): Promise<void> {
  const removed = await tools.store.remove(storeKey).then(
    () => true,
    () => false,
  );
  if (!removed) log.warn({ store: tools.store.id, fileId }, "bytes of a refused file are left to the sweeper");
  await ctx.db
    .delete(files)
    .where(eq(files.id, fileId))
    .catch(() => {});
}
