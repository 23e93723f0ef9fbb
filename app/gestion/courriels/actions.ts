"use server";

import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";
import { retryMail } from "@/lib/mail/retry-mail";
import { retryMailInput } from "@/lib/mail/schemas";

export const retryMailAction = action({
  name: "mail.retry",
  policy: "administrator",
  application: "gestion",
  schema: retryMailInput,
  verb: retryMail,
  then: ({ toAddress }, { id }) => ({ message: `Le courriel à ${toAddress} va être renvoyé.`, refresh: paths.manage.mail(id) }),
});
