import type { Readable } from "node:stream";
import type { Ctx } from "@/lib/core/ctx";
import { longDate } from "@/lib/core/format";
import { readProfileNames } from "../library/read-profile-names";
import { readTrainer } from "../library/read-trainer";
import { readOwnCv } from "../profile/read-own-cv";
import { nameOf } from "../profile/rules";
import type { Answers, LineKind } from "../profile/vocabulary";
import { drawProfile } from "./draw-profile";
import { profileText } from "./profile-text";

export interface ProfilePdf {
  readonly fileName: string;
  readonly stream: Readable;
}
interface Content {
  readonly answers: Answers;
  readonly lines: readonly { readonly kind: LineKind; readonly answers: Answers }[];
}

/** One's own CV as a PDF, as managers see it (EI-33). */
export const ownProfilePdf = async (ctx: Ctx): Promise<ProfilePdf> => sheetOf(ctx, await readOwnCv(ctx), "");

/** A trainer's CV as a PDF, for a manager; readTrainer judges and records the look (AD-03). */
export const trainerPdf = async (ctx: Ctx, profileId: string): Promise<ProfilePdf> => {
  const reader = ctx.actor.kind === "account" ? ` pour ${ctx.actor.firstName} ${ctx.actor.lastName}` : "";
  return sheetOf(ctx, await readTrainer(ctx, profileId), reader);
};

async function sheetOf(ctx: Ctx, { answers, lines }: Content, reader: string): Promise<ProfilePdf> {
  const name = nameOf(answers);
  const subtitle = `CV de l’Espace Intervenants, établi le ${longDate(ctx.now)}${reader}`;
  const parts = profileText(answers, lines, await readProfileNames(ctx));
  // A stream of Node by another declaration.
  return { fileName: `CV ${name}.pdf`, stream: drawProfile({ name, subtitle, parts }) as unknown as Readable };
}
