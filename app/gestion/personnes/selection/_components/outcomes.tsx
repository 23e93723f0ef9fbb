import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import type { BulkOutcome } from "@/lib/accounts/people/bulk/vocabulary";
import { paths } from "@/lib/core/paths";

interface Props {
  readonly outcomes: readonly BulkOutcome[];
  readonly message: string;
  readonly listHref: string;
}

/** What became of each person: done, or not done and why. */
export function Outcomes({ outcomes, message, listHref }: Props) {
  const allDone = outcomes.every(({ done }) => done);
  return (
    <div className="space-y-5">
      <Alert tone={allDone ? "success" : "warning"} title={message} />
      <ul aria-label="Résultat pour chaque personne" className="divide-y divide-line border-y border-line">
        {outcomes.map(({ id, name, done, message: what }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
            <span className="w-20 shrink-0">
              <Badge tone={done ? "success" : "danger"}>{done ? "Fait" : "Non fait"}</Badge>
            </span>
            <span className="min-w-0 flex-1">
              <TextLink href={paths.manage.person(id)} prefetch={false}>
                {name}
              </TextLink>
              <span className="block text-ink-soft">{what}</span>
            </span>
          </li>
        ))}
      </ul>
      <p>
        <TextLink href={listHref}>Revenir à la liste</TextLink>
      </p>
    </div>
  );
}
