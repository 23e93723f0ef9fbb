import { longDate, plural } from "@/lib/core/format";
import type { DossierBlock } from "../vocabulary";

interface Forgotten {
  readonly decidedAt: Date | null;
  readonly forgottenAt: Date | null;
}

/** "vérifié le 21 novembre 2026, image effacée le 21 décembre 2026", in place of a file that has served (EI-105); else null. */
export const forgottenWords = ({ decidedAt, forgottenAt }: Forgotten): string | null =>
  decidedAt === null || forgottenAt === null ? null : `vérifié le ${longDate(decidedAt)}, image effacée le ${longDate(forgottenAt)}`;

/** The settings that say how long a dossier is kept. */
export interface Keeping {
  readonly "dossier.forgetDays": number;
  readonly "dossier.keepRefusedDays": number;
  readonly "dossier.keepYears": number;
}

/** How long a block is kept, as its owner reads it: what the jobs do with the settings in force (TR-31). */
export function keptWords(block: DossierBlock, settings: Keeping): string {
  const { "dossier.forgetDays": days, "dossier.keepRefusedDays": refusedDays, "dossier.keepYears": years } = settings;
  const inTheEnd = `${plural(years, "an")} après votre dernière intervention ou le dernier changement de votre dossier`;
  const scan = days === 0 ? "L’image est effacée aussitôt vérifiée" : `L’image est effacée ${plural(days, "jour")} après sa vérification`;
  switch (block) {
    case "identity":
      return `${scan}, et le numéro réduit à ses 3 derniers caractères. Le reste est effacé ${inTheEnd} ; la nationalité et le lieu de naissance restent dans votre profil.`;
    case "social_security":
      return `${scan}. Le NIR est gardé chiffré, puis effacé ${inTheEnd}.`;
    case "address":
    case "phones":
    case "status":
    case "employer":
      return `Dans votre profil tant que votre compte existe. Ce que vous envoyez ici est effacé ${inTheEnd}.`;
    default:
      return `Gardé jusqu’à ${inTheEnd}, puis effacé ; ce qui est refusé ou remplacé l’est après ${plural(refusedDays, "jour")}.`;
  }
}
