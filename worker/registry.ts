import { endUnusedConsentsJob } from "@/lib/accounts/consents/end-unused-consents-job";
import { purgeWaitsJob } from "@/lib/accounts/closing/purge-waits-job";
import { purgeAuditJob } from "@/lib/accounts/purge-audit-job";
import { purgeLinksJob } from "@/lib/accounts/purge-links-job";
import { purgeSessionsJob } from "@/lib/accounts/purge-sessions-job";
import { purgeRequestsJob } from "@/lib/accounts/registration/purge-requests-job";
import { purgeSignInTracesJob } from "@/lib/accounts/sign-in/purge-sign-in-traces-job";
import { sweepFiles } from "@/lib/files/sweep-files-job";
import type { Job } from "@/lib/jobs/job";
import { purgeJobRunsJob } from "@/lib/jobs/purge-job-runs-job";
import { purgeLimits } from "@/lib/limits/purge-limits-job";
import { deliverMailsJob } from "@/lib/mail/deliver-mails-job";
import { purgeMailsJob } from "@/lib/mail/purge-mails-job";
import { savedSearchAlertsJob } from "@/lib/trainers/alerts/saved-search-alerts-job";
import { queueAdAlertsJob } from "@/lib/trainers/alerts/queue-ad-alerts-job";
import { recountDossiersJob } from "@/lib/trainers/dossier/expiry/recount-dossiers-job";
import { tellEndingPiecesJob } from "@/lib/trainers/dossier/expiry/tell-ending-pieces-job";
import { yearlyReviewJob } from "@/lib/trainers/dossier/expiry/yearly-review-job";
import { emptyOldDossiersJob } from "@/lib/trainers/dossier/retention/empty-old-dossiers-job";
import { emptyOldVersionsJob } from "@/lib/trainers/dossier/retention/empty-old-versions-job";
import { forgetVerifiedScansJob } from "@/lib/trainers/dossier/retention/forget-verified-scans-job";
import { archiveSilentRequestsJob } from "@/lib/trainers/review/archive-silent-requests-job";

/**
 * Every scheduled job of the product: the one list that the worker, the cron addresses, the back office and the
 * command line share. A new job is one more line.
 */
export const jobs: readonly Job[] = [
  deliverMailsJob,
  { name: "sweep-files", label: "Supprimer les fichiers envoyés et jamais joints", cron: "20 * * * *", catchUp: "latest", run: sweepFiles },
  { name: "purge-limits", label: "Effacer les compteurs de tentatives échus", cron: "5 * * * *", catchUp: "latest", run: purgeLimits },
  purgeMailsJob,
  purgeJobRunsJob,
  purgeRequestsJob,
  purgeLinksJob,
  purgeSessionsJob,
  purgeSignInTracesJob,
  purgeAuditJob,
  purgeWaitsJob,
  endUnusedConsentsJob,
  archiveSilentRequestsJob,
  forgetVerifiedScansJob,
  emptyOldVersionsJob,
  emptyOldDossiersJob,
  recountDossiersJob,
  tellEndingPiecesJob,
  yearlyReviewJob,
  queueAdAlertsJob,
  savedSearchAlertsJob,
];
