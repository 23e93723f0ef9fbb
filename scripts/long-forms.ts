/** Bytes of a posted form: the framework's own limit for server actions. */
const longestForm = 1_000_000;

/** What receives files has a limit of its own, by place. */
const filePaths = ["/api/files", "/api/gestion/logo", "/api/intervenants/dossier/formulaire"];

/** Whether a body is refused before it is read; the framework would answer an error of its own. */
export const isTooLong = (url: string, contentLength: string | undefined): boolean =>
  !filePaths.some((path) => url.startsWith(path)) && Number(contentLength ?? 0) > longestForm;
