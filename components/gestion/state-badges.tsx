import { Badge, type BadgeTone } from "@/components/ui/badge";
import { personStateLabels } from "@/lib/accounts/people/vocabulary";
import { type JobState, jobStateLabels } from "@/lib/jobs/vocabulary";
import { type MailState, mailStateLabels } from "@/lib/mail/vocabulary";

export function PersonStateBadge({ blockedAt }: { readonly blockedAt: Date | null }) {
  return blockedAt === null ? (
    <Badge tone="success">{personStateLabels.active}</Badge>
  ) : (
    <Badge tone="danger">{personStateLabels.blocked}</Badge>
  );
}

const mailTones = { queued: "info", sending: "info", sent: "success", failed: "danger", uncertain: "warning" } as const satisfies Record<
  MailState,
  BadgeTone
>;
export const MailStateBadge = ({ state }: { readonly state: MailState }) => <Badge tone={mailTones[state]}>{mailStateLabels[state]}</Badge>;

const jobTones = { queued: "info", running: "info", succeeded: "success", failed: "danger" } as const satisfies Record<JobState, BadgeTone>;
export const JobStateBadge = ({ state }: { readonly state: JobState }) => <Badge tone={jobTones[state]}>{jobStateLabels[state]}</Badge>;
