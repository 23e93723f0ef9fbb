import { z } from "zod";
import { richText } from "@/lib/content/rich-text/schemas";
import { identifier, line, typedDay } from "@/lib/core/fields";

const version = z.coerce.number().int().min(1).max(1_000_000);

const fields = {
  title: line(200, "Donnez un titre à l’actualité."),
  summary: line(400, "Écrivez un résumé : c’est lui que l’on lit sur l’accueil."),
  body: richText("Écrivez le texte de l’actualité."),
};

export const createNewsInput = z.strictObject(fields);
export type CreateNewsInput = z.output<typeof createNewsInput>;

/** The same item again; `version` is the one that was being edited. */
export const changeNewsInput = z.strictObject({ ...fields, newsId: identifier, version });
export type ChangeNewsInput = z.output<typeof changeNewsInput>;

/** At once, or at a day and an hour of Paris. `version` is the one that was read: nobody publishes what they have not seen. */
export const publishNewsInput = z.strictObject({ newsId: identifier, version });
export type PublishNewsInput = z.output<typeof publishNewsInput>;

export const scheduleNewsInput = z.strictObject({
  newsId: identifier,
  version,
  day: typedDay("Indiquez le jour de la publication."),
  time: z
    .string({ error: "Indiquez l’heure de la publication." })
    .trim()
    .regex(/^(?:[01]?\d|2[0-3])[:hH][0-5]\d$/u, { error: "Indiquez l’heure et les minutes. Exemple : 08:30." })
    .transform((text) => text.replace(/h/iu, ":")),
});
export type ScheduleNewsInput = z.output<typeof scheduleNewsInput>;

export const newsInput = z.strictObject({ newsId: identifier });
export type NewsInput = z.output<typeof newsInput>;
