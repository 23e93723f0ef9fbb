import { longDate } from "@/lib/core/format";

interface Forgotten {
  readonly decidedAt: Date | null;
  readonly forgottenAt: Date | null;
}

/** "vérifié le 21 novembre 2026, image effacée le 21 décembre 2026", in place of a file that has served (EI-105); else null. */
export const forgottenWords = ({ decidedAt, forgottenAt }: Forgotten): string | null =>
  decidedAt === null || forgottenAt === null ? null : `vérifié le ${longDate(decidedAt)}, image effacée le ${longDate(forgottenAt)}`;
