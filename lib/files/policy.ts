import type { Actor, Ctx } from "@/lib/core/ctx";
import { no, type Verdict, yes } from "@/lib/core/refusal";
import type { FileRow } from "./file-row";
import type { FilePlace } from "./vocabulary";

/** Who may read the files of a place. Each module writes its own; app/api/files/rights.ts brings them together. */
export interface FileRights {
  /** Asked once the file is attached; before that, only who sent it reads it. */
  readonly see: (ctx: Ctx, file: FileRow) => boolean | Promise<boolean>;
  /** Identity papers, bank details, NIR: each look leaves a line that the person reads too (TR-30). */
  readonly sensitive: boolean;
}
export type RightsByPlace = Readonly<Record<FilePlace, FileRights>>;

const signedIn = (actor: Actor): boolean => actor.kind === "account" && actor.secondFactor !== "missing";

/** Sending is open to whoever is signed in: a file counts for nothing until a verb attaches it. */
export const maySend = (actor: Actor): Verdict =>
  signedIn(actor) ? yes : no("Connectez-vous pour envoyer un fichier.", "unauthenticated");

/** A person may attach, replace and remove the files that they sent, and no others. */
export const ownsFile = (actor: Actor, file: Pick<FileRow, "ownerId">): boolean =>
  actor.kind === "account" && actor.accountId === file.ownerId;

/** Portraits are shown beside names: any signed-in person sees them (MC-30). */
export const pictureRights: FileRights = { see: ({ actor }) => signedIn(actor), sensitive: false };
