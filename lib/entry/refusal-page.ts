import { type Refusal, refusalCodes } from "@/lib/core/refusal";

interface Shown {
  /** "Votre fichier n’a pas été enregistré" */
  readonly title: string;
  /** Path of this site that one goes back to. */
  readonly back: string;
  /** "Revenir au formulaire" */
  readonly backLabel?: string;
}

/** The refusal of a route that a browser shows as a page: a handler cannot draw the form or the list again. One link leads back. */
export function refusalPage(refusal: Refusal, { title, back, backLabel = "Revenir" }: Shown): Response {
  const html = `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Erreur – ${escapeHtml(title)}</title></head>
<body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(refusal.message)}</p><p><a href="${escapeHtml(back)}">${escapeHtml(backLabel)}</a></p></main></body>
</html>`;
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    "Cache-Control": "private, no-store",
  };
  return new Response(html, { status: refusalCodes[refusal.code], headers });
}

const escapeHtml = (text: string) => text.replace(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`);

/** Whether a person, not a script, reads the answer: a link or a plain form was followed. */
export const isNavigation = (headers: Headers): boolean => headers.get("sec-fetch-mode") === "navigate";

/** Where the person came from on this site, or its front door. */
export function cameFrom(headers: Headers): string {
  const referer = URL.parse(headers.get("referer") ?? "");
  return referer !== null && referer.host === headers.get("host") ? `${referer.pathname}${referer.search}` : "/";
}
