import { longDateAndTime, plural } from "@/lib/core/format";
import type { MyData } from "./download-my-data";
import { readable } from "./readable-words";

/**
 * The same data as the file for other services, as one page that opens without a network, in a browser or on paper.
 * It is opened from a disk, outside the site: no script, no link out, everything escaped.
 */
export function readablePage({ titre, date, responsable, contact, rubriques }: MyData): string {
  const contents = rubriques.map(({ titre: name }, index) => `<li><a href="#r${index}">${text(name)}</a></li>`);
  const sections = rubriques.map(
    ({ titre: name, lignes }, index) => `<section id="r${index}"><h2>${text(name)}</h2>${linesOf(name, lignes)}</section>`,
  );
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${text(titre)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${text(titre)}</h1>
<p>Copie faite le ${text(longDateAndTime(new Date(date)))}. Elle contient tout ce que ce service sait de vous, sans vos mots de passe ni vos codes\u00A0; les identifiants techniques figurent seulement dans le fichier JSON. Gardez-la en lieu sûr.</p>
<p>Responsable du traitement\u00A0: ${text(responsable)}. Pour une question, une correction ou une suppression, écrivez à ${text(contact)}.</p>
<nav aria-label="Rubriques"><ul>${contents.join("")}</ul></nav>
${sections.join("\n")}
</main>
</body>
</html>
`;
}

type Line = Readonly<Record<string, unknown>>;

function linesOf(name: string, lines: readonly object[]): string {
  const rows = lines as readonly Line[];
  const [first] = rows;
  if (first === undefined) return "<p>Rien n’est enregistré.</p>";
  if (rows.length === 1) return listOf(first);
  // Lines of several kinds (second factors) have columns of their own.
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const head = columns.map((column) => `<th scope="col">${text(column)}</th>`).join("");
  const body = rows.map((row) => `<tr>${columns.map((column) => `<td>${column in row ? cell(column, row) : ""}</td>`).join("")}</tr>`);
  return `<p>${plural(rows.length, "ligne")}</p><div class="wide" role="region" aria-label="${text(name)}" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${body.join("\n")}</tbody></table></div>`;
}

const listOf = (row: Line) =>
  `<dl>${Object.keys(row)
    .map((column) => `<div><dt>${text(column)}</dt><dd>${cell(column, row)}</dd></div>`)
    .join("")}</dl>`;

const cell = (column: string, row: Line) => text(readable(column, row[column]));

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
/** Escaped, with the spaces of French typography where they were left plain. */
const text = (value: string) => value.replace(/[&<>"']/gu, (sign) => signs[sign] ?? sign).replace(/ (?=[:;?!»])/gu, "\u00A0");

const style = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --page: #fff; --link: #0b57a4; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --soft: #a3abb5; --line: #3d444d; --page: #14171b; --link: #8ab8f0; } }
body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
main { max-width: 70rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.25; } h2 { margin-top: 2.5rem; font-size: 1.25rem; }
p, ul { max-width: 44rem; } a { color: var(--link); } nav ul { columns: 18rem; max-width: none; } nav li { padding: .35rem 0; break-inside: avoid; }
dl { border-top: 1px solid var(--line); } dl div { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; padding: .5rem 0; border-bottom: 1px solid var(--line); }
dt { flex: 0 0 16rem; color: var(--soft); } dd { flex: 1 1 16rem; margin: 0; overflow-wrap: anywhere; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .95rem; }
th, td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { color: var(--soft); }
@media print { nav { display: none; } .wide { overflow: visible; } body { font-size: 10pt; } h2 { break-after: avoid; } tr { break-inside: avoid; } thead { display: table-header-group; } }
`;
