import { paths, safeReturn } from "@/lib/core/paths";
import { absent, Refusal } from "@/lib/core/refusal";
import { json, route } from "@/lib/entry/route";
import { receiveFile } from "@/lib/files/receive-file";
import { type FilePlace, filePlaces } from "@/lib/files/vocabulary";
import { receivePlainForm } from "./plain-form";

/**
 * Sends a file to a place. The body is the file itself, streamed, and `x-file-name` its name, percent-encoded;
 * or a form with a `file` field, for pages without JavaScript. Answers 201 with id, name, bytes and media type.
 */
export const POST = route(
  { name: "files.send", policy: "signed_in", limit: { points: 30, per: 60, by: "account" } },
  async (ctx, request) => {
    const query = new URL(request.url).searchParams;
    const place = readPlace(query.get("place"));
    if (request.headers.get("content-type")?.toLowerCase().startsWith("multipart/form-data") === true) {
      return receivePlainForm(ctx, request, {
        place,
        returnTo: safeReturn(query.get("retour")) ?? paths.account.home,
        target: query.get("pour") ?? "",
      });
    }
    const { id, name, bytes, mediaType } = await receiveFile(ctx, {
      place,
      name: readName(request.headers.get("x-file-name")),
      body: request.body ?? emptyBody(),
      announcedBytes: Number(request.headers.get("content-length") ?? 0),
    });
    return json({ id, name, bytes, mediaType }, 201);
  },
);

const isPlace = (value: string): value is FilePlace => (filePlaces as readonly string[]).includes(value);

function readPlace(value: string | null): FilePlace {
  if (value === null || !isPlace(value)) throw absent();
  return value;
}

function readName(header: string | null): string {
  try {
    return decodeURIComponent(header ?? "");
  } catch {
    throw new Refusal("invalid", "Le nom du fichier est illisible. Renommez-le, puis réessayez.");
  }
}

async function* emptyBody(): AsyncIterable<Uint8Array> {}
