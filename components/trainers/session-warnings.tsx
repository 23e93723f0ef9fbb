import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import type { InterventionWarning } from "@/lib/trainers/dossier/expiry/intervention-warnings";

interface Props {
  readonly warnings: readonly InterventionWarning[];
  /** The way to the piece. */
  readonly hrefOf: (warning: InterventionWarning) => string;
}

/** Pieces that do not reach the end of a planned session (EI-106); nothing when they all do. */
export const SessionWarnings = ({ warnings, hrefOf }: Props) =>
  warnings.length > 0 && (
    <Alert tone="warning" title="Des pièces ne couvrent pas toutes les sessions prévues.">
      <ul className="list-disc space-y-1 pl-5">
        {warnings.map((warning) => (
          <li key={`${warning.block}${warning.interventionId}`}>
            <TextLink href={hrefOf(warning)}>{warning.text}</TextLink> ({warning.title}).
          </li>
        ))}
      </ul>
    </Alert>
  );
