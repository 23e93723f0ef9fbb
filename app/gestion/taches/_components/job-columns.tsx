import { Play } from "lucide-react";
import { ActionButton } from "@/components/form/action-button";
import { JobStateBadge } from "@/components/gestion/state-badges";
import type { Column } from "@/components/table/column";
import { dateTime, number } from "@/lib/core/format";
import type { JobRunSeen, JobSeen } from "@/lib/jobs/list-jobs";
import { jobTriggerLabels } from "@/lib/jobs/vocabulary";
import { runJobNowAction } from "../actions";
import { JobResult } from "./job-result";

export const jobColumns: readonly Column<JobSeen>[] = [
  { id: "label", header: "Tâche", rowHeader: true, className: "min-w-56", cell: ({ label }) => label },
  {
    id: "lastRun",
    header: "Dernière exécution",
    cell: ({ lastRun }) =>
      lastRun === null ? (
        <span className="text-ink-soft">Jamais</span>
      ) : (
        <span className="inline-flex flex-wrap items-baseline gap-2">
          <span className="whitespace-nowrap">{dateTime(lastRun.startedAt)}</span> <JobStateBadge state={lastRun.state} />
        </span>
      ),
  },
  { id: "nextAt", header: "Prochaine", className: "whitespace-nowrap", cell: ({ nextAt }) => dateTime(nextAt) },
  { id: "failures", header: "Échecs (30 j)", align: "end", cell: ({ failures }) => number(failures) },
  {
    id: "actions",
    header: "Actions",
    actions: true,
    cell: ({ name, label }) => (
      <ActionButton
        action={runJobNowAction}
        fields={{ job: name }}
        variant="secondary"
        size="small"
        icon={<Play aria-hidden size={16} />}
        label={`Lancer maintenant : ${label}`}
      >
        Lancer maintenant
      </ActionButton>
    ),
  },
];

export const runColumns = (labels: ReadonlyMap<string, string>): readonly Column<JobRunSeen>[] => [
  { id: "job", header: "Tâche", rowHeader: true, cell: ({ job }) => labels.get(job) ?? job },
  { id: "startedAt", header: "Début", className: "whitespace-nowrap", cell: ({ startedAt }) => dateTime(startedAt) },
  { id: "trigger", header: "Pourquoi", cell: ({ trigger }) => jobTriggerLabels[trigger] },
  { id: "state", header: "État", cell: ({ state }) => <JobStateBadge state={state} /> },
  {
    id: "result",
    header: "Résultat",
    className: "min-w-48",
    cell: ({ error, result }) =>
      error === null ? <JobResult result={result} /> : <p className="text-sm break-words text-danger">{error}</p>,
  },
];
