"use server";

import { z } from "zod";
import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";
import { signOut } from "@/lib/accounts/sessions/sign-out";

export const signOutAction = action({
  name: "session.sign_out",
  policy: "visitor",
  schema: z.strictObject({}),
  verb: (ctx) => signOut(ctx),
  then: () => ({ redirectTo: paths.account.signIn({ message: "deconnexion" }), endsSession: true }),
});
