"use server";

import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";
import { changeAd } from "@/lib/trainers/ads/change-ad";
import { closeAd } from "@/lib/trainers/ads/close-ad";
import { createAd } from "@/lib/trainers/ads/create-ad";
import { duplicateAd } from "@/lib/trainers/ads/duplicate-ad";
import { publishAd } from "@/lib/trainers/ads/publish-ad";
import { adFileInput, adInput, changeAdInput, closeAdInput, createAdInput } from "@/lib/trainers/ads/schemas";
import { setAdFile } from "@/lib/trainers/ads/set-ad-file";

export const createAdAction = action({
  name: "ad.create",
  policy: "staff",
  application: "gestion",
  schema: createAdInput,
  verb: createAd,
  then: ({ adId }) => ({ redirectTo: paths.manage.ad(adId, { message: "cree" }) }),
});

export const changeAdAction = action({
  name: "ad.change",
  policy: "staff",
  application: "gestion",
  schema: changeAdInput,
  verb: changeAd,
  then: ({ adId }) => ({ redirectTo: paths.manage.ad(adId, { message: "enregistre" }) }),
});

export const publishAdAction = action({
  name: "ad.publish",
  policy: "staff",
  application: "gestion",
  schema: adInput,
  verb: publishAd,
  then: (_, { adId }) => ({ redirectTo: paths.manage.ad(adId, { message: "publie" }) }),
});

export const closeAdAction = action({
  name: "ad.close",
  policy: "staff",
  application: "gestion",
  schema: closeAdInput,
  verb: closeAd,
  then: ({ told }, { adId }) => ({ redirectTo: paths.manage.ad(adId, { message: told === 0 ? "cloture" : "cloture-prevenus" }) }),
});

export const duplicateAdAction = action({
  name: "ad.duplicate",
  policy: "staff",
  application: "gestion",
  schema: adInput,
  verb: duplicateAd,
  then: ({ adId }) => ({ redirectTo: paths.manage.ad(adId, { message: "copie" }) }),
});

export const setAdFileAction = action({
  name: "ad.set_file",
  policy: "staff",
  application: "gestion",
  schema: adFileInput,
  verb: setAdFile,
  then: (_, { adId }) => ({ message: "Le fichier est joint à l’annonce.", refresh: paths.manage.ad(adId) }),
});

export const removeAdFileAction = action({
  name: "ad.remove_file",
  policy: "staff",
  application: "gestion",
  schema: adInput,
  verb: (ctx, { adId }) => setAdFile(ctx, { adId, fileId: null }),
  then: (_, { adId }) => ({ message: "Le fichier est retiré.", refresh: paths.manage.ad(adId) }),
});
