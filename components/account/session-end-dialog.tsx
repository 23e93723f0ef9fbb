"use client";

import { useTransition } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { DialogPanel } from "@/components/ui/dialog-panel";

interface SessionEndDialogProps {
  /** "14:05" */
  readonly endsAt: string;
  /** The last click did not succeed. */
  readonly failed: boolean;
  readonly onStay: () => Promise<void>;
  readonly onClose: () => void;
}

/** Says until when, and stays connected in one click. The hour is told, not a countdown: nothing speaks every second. */
export function SessionEndDialog({ endsAt, failed, onStay, onClose }: SessionEndDialogProps) {
  const [pending, startTransition] = useTransition();
  return (
    <DialogPanel role="alertdialog" title="Votre session va bientôt se terminer" onClose={onClose}>
      <p>Sans action de votre part, vous serez déconnecté à {endsAt}. Ce que vous avez saisi restera à l’écran.</p>
      <div role="alert" className="mt-4 empty:hidden">
        {failed && <Alert tone="danger" title="La demande n’a pas abouti. Vérifiez votre connexion à internet, puis réessayez." />}
      </div>
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button variant="secondary" onClick={onClose}>
          Fermer
        </Button>
        <Button
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- where the focus enters the dialog: one key press stays connected
          autoFocus
          pending={pending}
          onClick={() => {
            startTransition(onStay);
          }}
        >
          Rester connecté
        </Button>
      </div>
    </DialogPanel>
  );
}
