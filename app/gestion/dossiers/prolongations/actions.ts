"use server";

import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";
import { extendPieces } from "@/lib/trainers/dossier/expiry/extend-pieces";
import { previewExtension } from "@/lib/trainers/dossier/expiry/preview-extension";
import { extendPiecesInput, extensionInput } from "@/lib/trainers/dossier/expiry/schemas";

export const previewExtensionAction = action({
  name: "dossier.preview_extension",
  policy: "administrator",
  application: "gestion",
  schema: extensionInput,
  verb: previewExtension,
  then: (_preview, { block, endsFrom, endsTo, newEndsOn }) => ({
    redirectTo: paths.manage.extensions({ piece: block, du: endsFrom, au: endsTo, fin: newEndsOn }),
  }),
});

export const extendPiecesAction = action({
  name: "dossier.extend_pieces",
  policy: "administrator",
  application: "gestion",
  schema: extendPiecesInput,
  verb: extendPieces,
  then: () => ({ redirectTo: paths.manage.extensions({ message: "accordee" }) }),
});
