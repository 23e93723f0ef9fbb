import { fileSize } from "@/lib/core/format";
import { Refusal } from "@/lib/core/refusal";

/** Each sentence names the file, says what is wrong, and what to do (TR-20). */
const named = (name: string, sentence: string) => `« ${name} » : ${sentence}`;

/** Why a content is turned down, in the words of the person who sent it. */
export const contentReasons = {
  empty: "ce fichier est vide. Choisissez-en un autre, ou enregistrez-le à nouveau avant de l’envoyer.",
  damaged: "ce fichier est incomplet ou abîmé. Ouvrez-le sur votre appareil pour le vérifier, enregistrez-le à nouveau, puis renvoyez-le.",
  active: "ce document contient des macros ou des objets incorporés. Enregistrez-le sans macro, ou en PDF, puis renvoyez-le.",
  mixed: "ce fichier en cache un autre. Enregistrez à nouveau le document en PDF, puis renvoyez-le.",
  oversized: "ce document occupe trop de place une fois décompressé. Enregistrez-le en PDF, puis renvoyez-le.",
  pixels: "cette image a trop de points (50 millions au maximum). Réduisez ses dimensions, puis renvoyez-la.",
} as const;
export type ContentReason = keyof typeof contentReasons;

const invalid = (message: string) => new Refusal("invalid", message, { file: [message] });

export const tooLarge = (name: string, maxBytes: number) =>
  invalid(
    named(
      name,
      `ce fichier dépasse ${fileSize(maxBytes)}. Réduisez-le (par exemple en diminuant la taille de l’image), puis envoyez-le à nouveau.`,
    ),
  );
export const wrongFormat = (name: string, accepted: string) =>
  invalid(named(name, `ce format n’est pas accepté ici. Envoyez un fichier ${accepted}.`));
export const badContent = (name: string, reason: ContentReason) => invalid(named(name, contentReasons[reason]));
export const wrongExtension = (name: string, extension: string, found: string) =>
  invalid(
    named(
      name,
      `le contenu (${found}) ne correspond pas à l’extension « .${extension} ». Donnez au fichier son extension d’origine, ou choisissez-en un autre.`,
    ),
  );
export const infected = (name: string) =>
  invalid(named(name, "l’antivirus a reconnu un programme malveillant. Ce fichier n’a pas été enregistré ; vérifiez votre appareil."));
export const quotaReached = (name: string, quotaBytes: number) =>
  invalid(
    named(
      name,
      `vos fichiers occupent toute la place dont vous disposez (${fileSize(quotaBytes)}). Retirez un fichier de votre CV, d’une annonce, ou du formulaire de votre dossier s’il n’est pas transmis ; ou envoyez celui-ci en plus léger. Un document transmis garde sa place tant qu’il attend d’être vérifié ou qu’il est en vigueur.`,
    ),
  );
/** Nothing that the person may remove is in the way. */
export const keptReached = (name: string) =>
  invalid(
    named(
      name,
      "vous avez remplacé trop de documents en peu de temps. Les anciens s’effacent d’eux-mêmes avec le temps. Pour envoyer celui-ci sans attendre, écrivez à l’assistance.",
    ),
  );
export const unavailable = (name: string) =>
  new Refusal(
    "unavailable",
    named(name, "l’envoi de fichiers ne fonctionne pas en ce moment. Rien n’a été enregistré ; réessayez dans quelques minutes."),
  );
export const interrupted = (name: string) => invalid(named(name, "l’envoi s’est interrompu. Vérifiez votre connexion, puis réessayez."));
export const gone = () => new Refusal("absent", "Ce fichier n’est plus disponible. Choisissez-le et envoyez-le à nouveau.");
