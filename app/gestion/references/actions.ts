"use server";

import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";
import { importList, previewList } from "@/lib/references/manage/import-list";
import { saveReference, setReferenceActive } from "@/lib/references/manage/save-reference";
import { importListInput, previewListInput, saveReferenceInput, setActiveInput } from "@/lib/references/manage/schemas";
import { listSlugs } from "@/lib/references/manage/vocabulary";

export const saveReferenceAction = action({
  name: "reference.save",
  policy: "administrator",
  application: "gestion",
  schema: saveReferenceInput,
  verb: saveReference,
  then: ({ key, added }, { list }) => ({
    redirectTo: paths.manage.reference(listSlugs[list], key, { message: added ? "ajout" : "enregistre" }),
  }),
});

export const setReferenceActiveAction = action({
  name: "reference.set_active",
  policy: "administrator",
  application: "gestion",
  schema: setActiveInput,
  verb: setReferenceActive,
  then: (_, { list, key, active }) => ({
    redirectTo: paths.manage.reference(listSlugs[list], key, { message: active ? "remise" : "retiree" }),
  }),
});

export const previewListAction = action({
  name: "reference.preview",
  policy: "administrator",
  application: "gestion",
  schema: previewListInput,
  limit: { points: 120, per: 3600, by: "account" },
  verb: previewList,
  then: (preview) => ({ message: "Voici ce que le fichier ferait.", data: preview }),
});

export const importListAction = action({
  name: "reference.import",
  policy: "administrator",
  application: "gestion",
  schema: importListInput,
  limit: { points: 60, per: 3600, by: "account" },
  verb: importList,
  then: ({ added, changed }, { list }) => ({
    redirectTo: paths.manage.referenceList(listSlugs[list], { message: "import", ajouts: added, modifications: changed }),
  }),
});
