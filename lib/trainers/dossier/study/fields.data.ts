/** Of why a dossier is opened, in characters. */
export const reasonLimit = 500;
/** Of why a piece is refused (lib/trainers/dossier/schemas.ts). */
export const refusalLimit = 2000;
