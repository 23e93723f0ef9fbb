import { z } from "zod";

export const runJobNowInput = z.strictObject({ job: z.string().regex(/^[a-z0-9-]{1,60}$/u, { error: "Cette tâche est inconnue." }) });
