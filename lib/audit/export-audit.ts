import { and } from "drizzle-orm";
import type { Ctx } from "@/lib/core/ctx";
import type { CsvCell } from "@/lib/core/csv";
import { ensure } from "@/lib/core/refusal";
import { actionLabel } from "./action-labels.data";
import { auditLook } from "./audit";
import { type AuditFilter, auditConditions, beyondLine } from "./audit-conditions";
import { actorLabel } from "./describe-line";
import { type AuditLineSeen, readAuditLines } from "./list-audit";
import { can } from "./policy";

const batchSize = 1000;

export const auditCsvHeader = [
  "Numéro",
  "Date",
  "Qui",
  "Identifiant de qui",
  "Action",
  "Code de l’action",
  "Objet",
  "Identifiant de l’objet",
  "Personne concernée",
  "Identifiant de la personne",
  "Donnée sensible",
  "Détails",
  "Réseau",
  "Demande",
];

/** The lines found, as lines of a file, batch after batch; the export is itself a line of the log, written before (AD-13). */
export async function exportAudit(
  ctx: Ctx,
  search: AuditFilter & { readonly direction: "asc" | "desc" },
): Promise<AsyncGenerator<readonly (readonly CsvCell[])[]>> {
  ensure(can.exportAudit(ctx.actor));
  const { who, whose, action, sensitive, since, until } = search;
  await auditLook(ctx, {
    action: "audit.export",
    details: { byActor: who !== "", byPerson: whose !== "", action, sensitive, since, until },
  });
  return batches(ctx, search);
}

async function* batches(
  ctx: Ctx,
  search: AuditFilter & { readonly direction: "asc" | "desc" },
): AsyncGenerator<readonly (readonly CsvCell[])[]> {
  const filter = await auditConditions(ctx, search);
  const up = search.direction === "asc";
  let cursor: number | null = null;
  for (;;) {
    const lines: AuditLineSeen[] = await readAuditLines(
      ctx,
      and(filter, cursor === null ? undefined : beyondLine(cursor, up)),
      up,
      batchSize,
    );
    yield lines.map(cellsOf);
    cursor = lines.at(-1)?.id ?? null;
    if (lines.length < batchSize) return;
  }
}

const cellsOf = (line: AuditLineSeen): readonly CsvCell[] => [
  line.id,
  line.at,
  actorLabel(line),
  line.actor?.id,
  actionLabel(line.action),
  line.action,
  line.subjectType,
  line.subjectId,
  line.account?.name,
  line.account?.id,
  line.sensitive,
  Object.keys(line.details).length === 0 ? "" : JSON.stringify(line.details),
  line.network,
  line.requestId,
];
