"use client";

import { ActionButton } from "@/components/form/action-button";
import { Alert } from "@/components/ui/alert";
import type { AddressProof } from "@/lib/accounts/addresses/vocabulary";
import { cancelProofAction, resendProofAction } from "../actions";

interface PendingAddressProps {
  readonly purpose: AddressProof;
  readonly address: string;
  readonly expired: boolean;
  /** "24/11/2026 à 10:24" */
  readonly until: string;
  /** In how long the link may be sent again; null: now. */
  readonly resendIn: string | null;
}

/** An address that waits for its proof: what to do, send again, give up. */
export function PendingAddress({ purpose, address, expired, until, resendIn }: PendingAddressProps) {
  return (
    <Alert
      tone={expired ? "warning" : "info"}
      title={expired ? `Le lien envoyé à ${address} a expiré.` : `En attente de confirmation : ${address}`}
    >
      <p>
        {expired
          ? "Demandez-en un nouveau, ou annulez la demande."
          : `Ouvrez le lien du courriel envoyé à cette adresse, valable jusqu’au ${until}. Rien ne change avant.`}
      </p>
      <div className="mt-3 flex flex-wrap items-start gap-3">
        {resendIn === null && (
          <ActionButton
            action={resendProofAction}
            fields={{ purpose }}
            variant="secondary"
            size="small"
            label={`Renvoyer le courriel à ${address}`}
          >
            Renvoyer le courriel
          </ActionButton>
        )}
        <ActionButton
          action={cancelProofAction}
          fields={{ purpose }}
          variant="quiet"
          size="small"
          label={`Annuler la demande pour ${address}`}
        >
          Annuler la demande
        </ActionButton>
      </div>
      {resendIn !== null && (
        <p className="mt-2 text-sm">
          Rien reçu ? Regardez dans les courriers indésirables. Vous pourrez demander un nouveau courriel dans {resendIn}.
        </p>
      )}
    </Alert>
  );
}
