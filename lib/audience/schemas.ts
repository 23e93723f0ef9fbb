import { z } from "zod";
import { audienceChoices } from "./vocabulary";

export const chooseAudienceInput = z.strictObject({
  matomo: z.enum(audienceChoices, { error: "Choisissez « Autoriser » ou « Interdire »." }),
});
