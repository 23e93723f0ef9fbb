"use client";

import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/core/paths";
import { RecoveryCodes } from "./recovery-codes";

/** Takes the place of a form once a factor is in service; with the codes when they are the first ones. */
export function FactorAdded({
  message,
  codes,
  retour,
}: {
  readonly message: string;
  readonly codes: readonly string[];
  readonly retour: string;
}) {
  return (
    <div className="space-y-8">
      <Alert tone="success" title={message}>
        {codes.length === 0 && <p>Vos codes de secours restent les mêmes.</p>}
      </Alert>
      {codes.length > 0 && <RecoveryCodes codes={codes} />}
      <LinkButton href={retour === "" ? paths.account.security : retour} prefetch={false} className="print:hidden">
        {codes.length > 0 ? "J’ai gardé mes codes, continuer" : "Continuer"}
      </LinkButton>
    </div>
  );
}
