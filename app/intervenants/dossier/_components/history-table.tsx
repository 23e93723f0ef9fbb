import { roles } from "@/components/table/roles";
import { Disclosure } from "@/components/ui/disclosure";
import { shortDate, time } from "@/lib/core/format";
import type { HistoryLine } from "@/lib/trainers/dossier/own-dossier";
import { historyLabels } from "@/lib/trainers/dossier/vocabulary";

/** "Le 22/04/2022 à 14h39" */
const at = (instant: Date) => `le ${shortDate(instant)} à ${time(instant).replace(":", "h")}`;
const shownAtFirst = 5;
const caption = "Historique des actions sur les données et pièces de mon dossier administratif";

/** Every sending of a block and what became of it, the newest first (EI-65). */
export function HistoryTable({ history }: { readonly history: readonly HistoryLine[] }) {
  if (history.length === 0) return <p className="text-ink-soft">Vous n’avez encore rien transmis.</p>;
  const older = history.slice(shownAtFirst);
  return (
    <>
      <Lines lines={history.slice(0, shownAtFirst)} name={caption} />
      {older.length > 0 && (
        <Disclosure title="Voir plus d’éléments">
          <Lines lines={older} name={`${caption} : envois plus anciens`} />
        </Disclosure>
      )}
    </>
  );
}

function Lines({ lines, name }: { readonly lines: readonly HistoryLine[]; readonly name: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by the keyboard
    <section aria-label={name} tabIndex={0} className="table-region">
      <table {...roles.table} className="data-table">
        <caption className="sr-only">{name}</caption>
        <thead {...roles.rowgroup}>
          <tr {...roles.row}>
            {["Bloc", "Date d’envoi de l’intervenant", "Action gestionnaire / Date"].map((header) => (
              <th key={header} {...roles.columnheader} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...roles.rowgroup}>
          {lines.map((line) => (
            <tr key={line.id} {...roles.row}>
              <th {...roles.rowheader} scope="row">
                {historyLabels[line.block]}
              </th>
              <td {...roles.cell} data-label="Envoi">
                L{at(line.sentAt).slice(1)}
              </td>
              <td {...roles.cell} data-label="Action">
                <Action line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Action({ line: { state, decidedAt, approvedAt, reason } }: { readonly line: HistoryLine }) {
  if (state === "refused")
    return (
      <div>
        <p>{decidedAt === null ? "Refusé" : `Refusé ${at(decidedAt)}`}</p>
        {reason !== null && <p className="whitespace-pre-line text-ink-soft">{reason}</p>}
      </div>
    );
  // Erased with the whole dossier, years later.
  if (state === "withdrawn" && decidedAt !== null) return `Vérifié ${at(decidedAt)}, effacé depuis`;
  if (state === "withdrawn") return "Remplacé par vous avant d’être vérifié";
  if (state === "waiting") return approvedAt === null ? "En cours de vérification" : `Premier accord donné ${at(approvedAt)}`;
  return decidedAt === null ? "Validé" : `Validé ${at(decidedAt)}`;
}
