"use server";

import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";
import { changeAd } from "@/lib/trainers/ads/change-ad";
import { closeAd } from "@/lib/trainers/ads/close-ad";
import { createAd } from "@/lib/trainers/ads/create-ad";
import { duplicateAd } from "@/lib/trainers/ads/duplicate-ad";
import { publishAd } from "@/lib/trainers/ads/publish-ad";
import { adInput, changeAdInput, closeAdInput, createAdInput } from "@/lib/trainers/ads/schemas";

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
  then: (_, { adId }) => ({ redirectTo: paths.manage.ad(adId, { message: "cloture" }) }),
});

export const duplicateAdAction = action({
  name: "ad.duplicate",
  policy: "staff",
  application: "gestion",
  schema: adInput,
  verb: duplicateAd,
  then: ({ adId }) => ({ redirectTo: paths.manage.ad(adId, { message: "copie" }) }),
});
