import { ActButton } from "@/components/gestion/act-button";
import { Alert } from "@/components/ui/alert";
import { longDate } from "@/lib/core/format";
import { liftWaitAction } from "../actions";

interface Props {
  readonly accountId: string;
  readonly until: Date;
}

/** The year of somebody who closed their account falls on whoever has the address next, until it is lifted (EI-40). */
export function AddressWait({ accountId, until }: Props) {
  return (
    <Alert tone="info" title={`Pas de demande d’inscription d’intervenant avant le ${longDate(until)}`}>
      <p>
        Une demande faite avec une adresse de cette personne, sous un compte fermé depuis, a déjà été étudiée. Si ce n’était pas la sienne,
        par exemple parce que l’adresse est partagée, levez le délai.
      </p>
      <div className="mt-2">
        <ActButton
          action={liftWaitAction}
          fields={{ accountId }}
          variant="secondary"
          confirm={{
            title: "Lever le délai ?",
            body: "À faire si la demande étudiée venait de quelqu’un d’autre. La personne pourra transmettre la sienne aussitôt.",
            confirmLabel: "Lever le délai",
          }}
        >
          Lever le délai
        </ActButton>
      </div>
    </Alert>
  );
}
