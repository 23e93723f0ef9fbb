import type { Job } from "@/lib/jobs/job";
import { archiveSilent, noteMailsSent, remindSilent } from "./silent-requests";

/** Requests to be completed and left without an answer: reminded, then archived (EI-41). */
export const archiveSilentRequestsJob: Job = {
  name: "archive-silent-requests",
  label: "Archiver les demandes d’inscription restées sans réponse",
  cron: "40 4 * * *",
  catchUp: "latest",
  run: async (ctx, { asOf }) => {
    await noteMailsSent(ctx);
    const archived = await archiveSilent(ctx, asOf);
    const reminded = await remindSilent(ctx, asOf);
    // At the end, so that one faulty request is seen and delays nobody else's.
    const failed = new Set([...archived.failed, ...reminded.failed]);
    if (failed.size > 0) throw new Error(`${failed.size} silent request(s) could not be treated: ${[...failed].join(", ")}`);
    return { reminded: reminded.treated, archived: archived.treated };
  },
};
