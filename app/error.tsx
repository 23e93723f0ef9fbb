"use client";

import { ErrorPage } from "@/components/shell/error-page";
import { Button } from "@/components/ui/button";

interface ErrorProps {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}

/** Something nobody expected: says so, gives the reference found in the log, keeps the way back (TR-45). */
export default function UnexpectedError({ error, reset }: ErrorProps) {
  return (
    <div className="mx-auto max-w-[90rem] px-4 sm:px-6">
      <ErrorPage
        title="Une erreur est survenue"
        what="Le service a rencontré un problème. Ce n’est pas de votre fait, et l’équipe technique en est informée."
        advice={["Réessayez dans quelques instants.", "Si le problème continue, appelez l’assistance en donnant la référence ci-dessous."]}
        reference={error.digest}
        actions={<Button onClick={reset}>Réessayer</Button>}
      />
    </div>
  );
}
