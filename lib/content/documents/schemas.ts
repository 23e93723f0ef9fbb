import { z } from "zod";
import { richText } from "@/lib/content/rich-text/schemas";
import { identifier, line, paragraph, typedDay } from "@/lib/core/fields";
import { documentKeys } from "../vocabulary";

const editVersion = z.coerce.number().int().min(1).max(1_000_000);

export const documentInput = z.strictObject({ document: z.enum(documentKeys, { error: "Ce document est inconnu." }) });
export type DocumentInput = z.output<typeof documentInput>;

/** The draft again; `editVersion` is the one that was being edited. */
export const changeDraftInput = z.strictObject({
  versionId: identifier,
  editVersion,
  title: line(200, "Donnez un titre au document."),
  changes: paragraph(1000),
  body: richText("Écrivez le texte du document."),
});
export type ChangeDraftInput = z.output<typeof changeDraftInput>;

export const discardDraftInput = z.strictObject({ versionId: identifier });
export type DiscardDraftInput = z.output<typeof discardDraftInput>;

export const publishVersionInput = z.strictObject({
  versionId: identifier,
  editVersion,
  inForceOn: typedDay("Indiquez le jour de l’entrée en vigueur."),
});
export type PublishVersionInput = z.output<typeof publishVersionInput>;
