import { localMails } from "@/db/schema/platform";
import { namedAddress } from "./header-rules";
import type { Transport } from "./transport";

/** No transport configured: the mail goes to the local mailbox, in the transaction that marks it sent. */
export const localTransport = (): Transport => ({
  name: "local",
  send: async ({ id, from, to, subject, text, html }) => ({
    providerId: null,
    alongside: async (db, at) => {
      await db
        .insert(localMails)
        .values({ id, toAddress: to, from: namedAddress(from.name, from.address), subject, text, html, sentAt: at })
        .onConflictDoNothing();
    },
  }),
  close: () => {},
});
