import { Send } from "lucide-react";
import { ActionButton } from "@/components/form/action-button";
import { retryMailAction } from "../actions";

const risk = {
  title: "Renvoyer ce courriel ?",
  body: "Le serveur de courrier l’a peut-être déjà accepté : la personne pourrait le recevoir deux fois. Vérifiez d’abord auprès d’elle si possible.",
  confirmLabel: "Renvoyer quand même",
};

/** Queues a mail again; asks first when it may have arrived. */
export function RetryButton({ id, uncertain }: { readonly id: string; readonly uncertain: boolean }) {
  return (
    <ActionButton
      action={retryMailAction}
      fields={{ id }}
      variant="primary"
      icon={<Send aria-hidden size={18} />}
      {...(uncertain ? { confirm: risk } : {})}
    >
      Renvoyer
    </ActionButton>
  );
}
