import type { ServerResponse } from "node:http";

/** What still answers while the site is closed: whether the process lives, and the page's own style. */
export const isOpenInMaintenance = (path: string): boolean => path === "/api/health" || path === "/maintenance.css";

/** The page shown while MAINTENANCE=1 (TR-45): needs neither the database nor scripts. `reference` is found in the log. */
export function answerMaintenance(response: ServerResponse, reference: string): void {
  response.writeHead(503, {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Retry-After": "600",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
  }).end(`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Service en maintenance</title>
<link rel="stylesheet" href="/maintenance.css">
</head>
<body>
<main>
<h1>Le service est en maintenance</h1>
<p>Nous le mettons à jour. Il sera de nouveau disponible dans quelques minutes.</p>
<ul>
<li>Ce que vous aviez enregistré est conservé.</li>
<li>Les courriels déjà demandés partiront à la réouverture, et leurs liens restent valables jusqu’à l’heure qu’ils indiquent.</li>
</ul>
<p>Rechargez cette page dans quelques minutes.</p>
<p class="reference">Référence à donner à l’assistance : <strong>${reference}</strong></p>
</main>
</body>
</html>
`);
}
