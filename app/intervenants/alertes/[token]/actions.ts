"use server";

import { action } from "@/lib/entry/action";
import { stopAlertsInput } from "@/lib/trainers/alerts/schemas";
import { stopAlerts } from "@/lib/trainers/alerts/stop-alerts";

export const stopAlertsAction = action({
  name: "alert.stop",
  policy: "visitor",
  schema: stopAlertsInput,
  limit: { points: 20, per: 3600, by: "network" },
  verb: stopAlerts,
  then: () => ({ message: "Les alertes sont arrêtées : vous ne recevrez plus de courriel de ce genre." }),
});
