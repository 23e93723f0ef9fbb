import { Alert } from "@/components/ui/alert";

interface Props {
  readonly said: string | undefined;
  readonly versionId: string | undefined;
  /** What the page shows now. */
  readonly next: string;
}

/** A closed list, so that an address cannot speak for us. */
const words: Readonly<Record<string, string>> = {
  validated: "Bloc validé.",
  approved: "Premier accord enregistré : une autre personne doit donner le sien, une fois le délai passé.",
  refused: "Bloc refusé : la personne reçoit votre motif par courriel.",
};

/** What was just decided, on whatever page one goes on with. */
export function DecisionDone({ said, next }: Props) {
  const title = said === undefined ? undefined : Object.hasOwn(words, said) ? words[said] : undefined;
  if (title === undefined) return null;
  return (
    <div className="mb-6">
      <Alert tone="success" title={title} role="status">
        <p>{next}</p>
      </Alert>
    </div>
  );
}
