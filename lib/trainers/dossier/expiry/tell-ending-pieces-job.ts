import type { Job } from "@/lib/jobs/job";
import { noticeDay, tellEndingPieces } from "./due-pieces";
import { tellStructures, tellTrainers } from "./tell-ending-pieces";

/** Each morning: who is to be told that a piece of the administrative file ends, or has ended (EI-66). */
export const tellEndingPiecesJob: Job = {
  name: tellEndingPieces,
  label: "Prévenir de la fin de validité des pièces",
  cron: "0 7 * * *",
  catchUp: "latest",
  run: async (ctx, { asOf }) => {
    const day = await noticeDay(ctx, asOf);
    const trainers = await tellTrainers(ctx, day);
    return { trainers, structures: await tellStructures(ctx, day) };
  },
};
