import { Alert } from "@/components/ui/alert";
import { Section } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { DataTable } from "@/components/table/data-table";
import { parseTableState, type TableSpec } from "@/components/table/table-state";
import { age, dateTime } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { listJobRuns, listJobs } from "@/lib/jobs/list-jobs";
import { readWorkerPulse } from "@/lib/jobs/read-worker-pulse";
import { jobs } from "@/worker/registry";
import { retentionPlan } from "@/lib/trainers/dossier/retention/retention-plan";
import { jobColumns, runColumns } from "./_components/job-columns";
import { ToErase } from "./_components/to-erase";

export const metadata = titled("Tâches planifiées");

const spec = { sorts: ["name"] } as const satisfies TableSpec;
/** The worker gives a sign every 15 seconds. */
const longSilence = 2 * 60_000;

/** Scheduled work: last run, next run, run now, failures (AD-14). */
export default page({ name: "manage.jobs", policy: "administrator", application: "gestion" }, async (ctx) => {
  const [list, runs, pulse, plan] = await Promise.all([
    listJobs(ctx, jobs),
    listJobRuns(ctx),
    readWorkerPulse(ctx),
    retentionPlan(ctx, ctx.now),
  ]);
  const labels = new Map(list.map(({ name, label }) => [name, label]));
  const state = parseTableState(spec, {});
  return (
    <>
      <PageHeader title="Tâches planifiées" lead="Ce que la plateforme fait d’elle-même, à heures fixes (heure de Paris)." />
      <Pulse pulse={pulse} now={ctx.now} />
      <DataTable
        spec={spec}
        state={state}
        path={paths.manage.jobs}
        caption="Tâches planifiées"
        noun={{ one: "tâche", many: "tâches" }}
        columns={jobColumns}
        rows={list}
        rowKey={({ name }) => name}
      />
      <Section title="Dernières exécutions" id="executions">
        <DataTable
          spec={spec}
          state={state}
          path={paths.manage.jobs}
          caption="Dernières exécutions"
          noun={{ one: "exécution", many: "exécutions" }}
          columns={runColumns(labels)}
          rows={runs}
          rowKey={({ id }) => id}
          empty={<p className="text-ink-soft">Aucune tâche ne s’est encore exécutée.</p>}
        />
      </Section>
      <ToErase plan={plan} />
    </>
  );
});

function Pulse({ pulse, now }: { readonly pulse: Date | null; readonly now: Date }) {
  const silence = pulse === null ? null : now.getTime() - pulse.getTime();
  if (silence !== null && silence < longSilence) return null;
  return (
    <div className="mb-8">
      <Alert tone="danger" title="Les tâches de fond sont arrêtées">
        <p>
          {pulse === null || silence === null
            ? "Elles n’ont encore jamais démarré."
            : `Dernier signe il y a ${age(silence / 1000)}, le ${dateTime(pulse)}.`}{" "}
          Aucun courriel ne part et aucune tâche ne s’exécute. Prévenez l’équipe technique : tout reprendra au redémarrage, rien n’est
          perdu.
        </p>
      </Alert>
    </div>
  );
}
