"use server";

import { revokeOtherSessions, revokeSession } from "@/lib/accounts/sessions/revoke-session";
import { revokeOtherSessionsInput, revokeSessionInput } from "@/lib/accounts/sessions/schemas";
import { plural } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";

export const revokeSessionAction = action({
  name: "session.revoke",
  policy: "signed_in",
  schema: revokeSessionInput,
  verb: revokeSession,
  then: ({ device }) => ({ message: `La session « ${device} » est terminée.`, refresh: paths.account.sessions }),
});

export const revokeOtherSessionsAction = action({
  name: "session.revoke_others",
  policy: "signed_in",
  schema: revokeOtherSessionsInput,
  verb: (ctx) => revokeOtherSessions(ctx),
  then: ({ ended }) => ({
    message:
      ended === 0
        ? "Aucun autre appareil n’était connecté."
        : `${plural(ended, "appareil a été déconnecté", "appareils ont été déconnectés")}.`,
    refresh: paths.account.sessions,
  }),
});
