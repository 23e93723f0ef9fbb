"use client";

import { ActionButton } from "@/components/form/action-button";
import { toast } from "@/components/ui/announce";
import { revokeOtherSessionsAction, revokeSessionAction } from "../actions";

interface RevokeButtonProps {
  readonly sessionId: string;
  readonly device: string;
  readonly lastSeen: string;
}

// The row disappears with the session, so the answer is told elsewhere.
const tell = (_data: unknown, message: string) => {
  toast(message);
};

export function RevokeButton({ sessionId, device, lastSeen }: RevokeButtonProps) {
  return (
    <ActionButton
      action={revokeSessionAction}
      fields={{ sessionId }}
      variant="secondary"
      label={`Déconnecter ${device}, utilisé le ${lastSeen}`}
      onDone={tell}
    >
      Déconnecter
    </ActionButton>
  );
}

export function RevokeOthersButton() {
  return (
    <ActionButton
      action={revokeOtherSessionsAction}
      variant="danger"
      confirm={{
        title: "Déconnecter tous les autres appareils ?",
        body: "Ils devront se connecter à nouveau avec votre mot de passe. Ce qui y est en cours de saisie reste à l’écran.",
        confirmLabel: "Tout déconnecter",
      }}
      onDone={tell}
    >
      Déconnecter tous les autres appareils
    </ActionButton>
  );
}
