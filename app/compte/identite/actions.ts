"use server";

import { z } from "zod";
import { changeIdentity } from "@/lib/accounts/identity/change-identity";
import { changeIdentityInput } from "@/lib/accounts/identity/schemas";
import { removePicture } from "@/lib/accounts/page/remove-picture";
import { setPicture } from "@/lib/accounts/page/set-picture";
import { identifier } from "@/lib/core/fields";
import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";

export const changeIdentityAction = action({
  name: "account.change_identity",
  policy: "signed_in",
  schema: changeIdentityInput,
  verb: changeIdentity,
  then: ({ changed, version }) => ({
    message: changed.length === 0 ? "Rien n’a changé : tout était déjà enregistré ainsi." : "Vos changements ont été enregistrés.",
    data: { version },
    refresh: paths.account.identity,
  }),
});

export const setPictureAction = action({
  name: "account.set_picture",
  policy: "signed_in",
  schema: z.strictObject({ fileId: identifier }),
  verb: setPicture,
  then: () => ({ message: "Votre photo est enregistrée.", refresh: paths.account.identity }),
});

export const removePictureAction = action({
  name: "account.remove_picture",
  policy: "signed_in",
  schema: z.strictObject({}),
  verb: (ctx) => removePicture(ctx),
  then: () => ({ message: "Votre photo est retirée.", refresh: paths.account.identity }),
});
