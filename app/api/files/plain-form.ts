import { setPicture } from "@/lib/accounts/page/set-picture";
import type { Ctx } from "@/lib/core/ctx";
import { absent, Refusal } from "@/lib/core/refusal";
import { refusalPage } from "@/lib/entry/refusal-page";
import { cleanFileName } from "@/lib/files/file-name";
import { fileTools, type FileTools } from "@/lib/files/file-tools";
import { receiveFile } from "@/lib/files/receive-file";
import { tooLarge } from "@/lib/files/refusals";
import type { FilePlace } from "@/lib/files/vocabulary";
import { setAdFile } from "@/lib/trainers/ads/set-ad-file";
import { setPiece } from "@/lib/trainers/dossier/set-piece";
import { setCvFile } from "@/lib/trainers/profile/set-cv-file";
import { setDiploma } from "@/lib/trainers/profile/set-diploma";

/** What a form does with its file, in the same request. */
const attachments = {
  account_picture: (ctx, fileId) => setPicture(ctx, { fileId }),
  trainer_cv: (ctx, fileId) => setCvFile(ctx, { fileId }),
  trainer_diploma: (ctx, fileId, target) => setDiploma(ctx, { fileId, lineId: target }),
  ad_attachment: (ctx, fileId, target) => setAdFile(ctx, { fileId, adId: target }),
  change_proof: () => Promise.reject(absent()),
  dossier_piece: (ctx, fileId, target) => setPiece(ctx, { fileId, slot: target }),
} as const satisfies Record<FilePlace, (ctx: Ctx, fileId: string, target: string) => Promise<void>>;

/** Room for the other parts of a form around its file. */
const formMargin = 100_000;

/**
 * The way of a plain form (TR-41): its `file` field holds the file, or, when a script has sent it already, its id.
 * The file is attached and the browser goes to `returnTo`. The form is read in memory, capped by the limit of the place.
 */
export async function receivePlainForm(
  ctx: Ctx,
  request: Request,
  {
    place,
    returnTo,
    target = "",
  }: { place: FilePlace; returnTo: string; /** What the file is for, where a person has several. */ target?: string },
  tools: FileTools = fileTools(),
): Promise<Response> {
  try {
    const file = await readFileField(request, tools.places[place].maxBytes);
    await attachments[place](ctx, typeof file === "string" ? file : await receive(ctx, place, file, tools), target);
  } catch (error) {
    if (error instanceof Refusal) return refusedPage(error, returnTo);
    throw error;
  }
  return new Response(null, { status: 303, headers: { Location: returnTo, "Cache-Control": "no-store" } });
}

async function receive(ctx: Ctx, place: FilePlace, file: File, tools: FileTools): Promise<string> {
  const { id } = await receiveFile(ctx, { place, name: file.name, body: file.stream(), announcedBytes: file.size }, tools);
  return id;
}

export async function readFileField(request: Request, maxBytes: number): Promise<File | string> {
  const field = (await readForm(request, maxBytes, tooLarge("fichier", maxBytes))).get("file");
  const nothingChosen = field === null || field === "" || (field instanceof File && field.name === "" && field.size === 0);
  if (nothingChosen) throw new Refusal("invalid", "Choisissez d’abord un fichier.");
  if (field instanceof File && field.size > maxBytes) throw tooLarge(cleanFileName(field.name), maxBytes);
  return field;
}

export async function readForm(request: Request, maxBytes: number, tooLong: Refusal): Promise<FormData> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes + formMargin) throw tooLong;
  const body = request.body?.pipeThrough(cappedAt(maxBytes + formMargin, tooLong)) ?? null;
  const capped = new Response(body, { headers: { "content-type": request.headers.get("content-type") ?? "" } });
  return capped.formData().catch((error: unknown) => {
    throw error instanceof Refusal
      ? error
      : new Refusal("invalid", "Le formulaire est arrivé incomplet. Vérifiez votre connexion, puis réessayez.");
  });
}

function cappedAt(maxBytes: number, refusal: Refusal) {
  let bytes = 0;
  return new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      bytes += chunk.length;
      if (bytes > maxBytes) controller.error(refusal);
      else controller.enqueue(chunk);
    },
  });
}

/** A page of its own, whose link leads back to the form. */
export const refusedPage = (refusal: Refusal, returnTo: string): Response =>
  refusalPage(refusal, { title: "Votre fichier n’a pas été enregistré", back: returnTo, backLabel: "Revenir au formulaire" });
