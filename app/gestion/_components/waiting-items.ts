import type { WaitingItem } from "@/components/gestion/waiting-list";
import { plural } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import type { JobSeen } from "@/lib/jobs/list-jobs";
import type { MailsWaiting } from "@/lib/mail/read-outbox-alerts";

export interface Waiting {
  readonly mails: readonly MailsWaiting[];
  readonly jobs: readonly JobSeen[];
  readonly blocked: { readonly count: number; readonly oldest: Date | null };
  /** When the worker last gave a sign; null: never. */
  readonly pulse: Date | null;
  readonly now: Date;
}

/** The worker gives a sign every 15 seconds. */
const longSilence = 2 * 60_000;

/** What waits for a decision, oldest first. */
export function waitingItems({ mails, jobs, blocked, pulse, now }: Waiting): WaitingItem[] {
  const items = [
    ...(pulse === null || now.getTime() - pulse.getTime() > longSilence ? [silence(pulse ?? now)] : []),
    ...mails.map(mailItem),
    ...jobs.flatMap(jobItem),
    ...blockedItem(blocked),
  ];
  return items.sort((one, other) => one.since.getTime() - other.since.getTime());
}

const silence = (since: Date): WaitingItem => ({
  id: "worker",
  title: "Les tâches de fond sont arrêtées",
  advice: "Aucun courriel ne part et aucune tâche ne s’exécute. Prévenez l’équipe technique.",
  since,
  href: paths.manage.jobs,
});

const mailItem = ({ state, count, oldest }: MailsWaiting): WaitingItem => ({
  id: `mails-${state}`,
  title:
    state === "failed"
      ? `${plural(count, "courriel")} en échec`
      : plural(count, "courriel à l’envoi incertain", "courriels à l’envoi incertain"),
  advice:
    state === "failed"
      ? "Lisez l’erreur, puis renvoyez ou prévenez la personne autrement."
      : "Le serveur a peut-être reçu le message : renvoyez seulement si la personne ne l’a pas.",
  since: oldest,
  href: paths.manage.mails({ state }),
});

const jobItem = ({ name, label, lastRun }: JobSeen): WaitingItem[] =>
  lastRun?.state === "failed"
    ? [
        {
          id: `job-${name}`,
          title: `Tâche en échec : ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
          advice: "Elle sera essayée à nouveau à sa prochaine heure ; vous pouvez la lancer maintenant.",
          since: lastRun.startedAt,
          href: paths.manage.jobs,
        },
      ]
    : [];

const blockedItem = ({ count, oldest }: Waiting["blocked"]): WaitingItem[] =>
  oldest === null
    ? []
    : [
        {
          id: "blocked",
          title: plural(count, "compte bloqué", "comptes bloqués"),
          advice: "Débloquez ceux qui n’ont plus de raison de l’être.",
          since: oldest,
          href: paths.manage.people({ state: "blocked" }),
        },
      ];
