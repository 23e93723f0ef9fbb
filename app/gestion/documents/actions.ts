"use server";

import { changeDraft } from "@/lib/content/documents/change-draft";
import { discardDraft } from "@/lib/content/documents/discard-draft";
import { documentFacts } from "@/lib/content/documents/documents.data";
import { publishVersion } from "@/lib/content/documents/publish-version";
import { changeDraftInput, discardDraftInput, documentInput, publishVersionInput } from "@/lib/content/documents/schemas";
import { startDraft } from "@/lib/content/documents/start-draft";
import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";

export const startDraftAction = action({
  name: "document.draft",
  policy: "administrator",
  application: "gestion",
  schema: documentInput,
  verb: startDraft,
  then: ({ document }) => ({ redirectTo: paths.manage.editDocument(documentFacts(document).slug) }),
});

export const changeDraftAction = action({
  name: "document.change",
  policy: "administrator",
  application: "gestion",
  schema: changeDraftInput,
  verb: changeDraft,
  then: ({ document }) => ({ redirectTo: paths.manage.document(documentFacts(document).slug, { message: "enregistre" }) }),
});

export const discardDraftAction = action({
  name: "document.discard",
  policy: "administrator",
  application: "gestion",
  schema: discardDraftInput,
  verb: discardDraft,
  then: ({ document }) => ({ redirectTo: paths.manage.document(documentFacts(document).slug, { message: "supprime" }) }),
});

export const publishVersionAction = action({
  name: "document.publish",
  policy: "administrator",
  application: "gestion",
  schema: publishVersionInput,
  verb: publishVersion,
  then: ({ document }) => ({ redirectTo: paths.manage.document(documentFacts(document).slug, { message: "publie" }) }),
});
