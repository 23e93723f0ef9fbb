"use client";

import { UserRoundCheck } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { ActionButton } from "@/components/form/action-button";
import { Form } from "@/components/form/form";
import { SelectField } from "@/components/form/select-field";
import { Alert } from "@/components/ui/alert";
import { idle } from "@/lib/core/form-state";
import { handOverRequestAction, releaseRequestAction, takeChargeAction } from "../../actions";

export interface ReservationSeen {
  readonly mine: boolean;
  readonly name: string;
  /** "14:02", or "le 20/11/2026 à 14:02". */
  readonly since: string;
}

/** A reservation lasts five minutes. */
const renewEvery = 120_000;

interface Props {
  readonly requestId: string;
  readonly initial: ReservationSeen | null;
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
}

/** Says who is on this request; the page takes it, renews it while somebody works on it, and never stands in the way (EI-43). */
export function ReservationBanner({ requestId, initial, colleagues }: Props) {
  const [held, setHeld] = useState(initial);
  const active = useRef(true);
  useEffect(() => {
    const take = async () => {
      if (!active.current || document.hidden) return;
      active.current = false;
      const entries = new FormData();
      entries.set("requestId", requestId);
      const answer = await takeChargeAction(idle, entries).catch(() => null);
      if (answer?.status === "done") setHeld(answer.data);
    };
    const work = () => {
      active.current = true;
    };
    void take();
    const timer = setInterval(() => void take(), renewEvery);
    document.addEventListener("pointerdown", work);
    document.addEventListener("keydown", work);
    return () => {
      clearInterval(timer);
      document.removeEventListener("pointerdown", work);
      document.removeEventListener("keydown", work);
    };
  }, [requestId]);

  const fields = { requestId };
  if (held !== null && !held.mine)
    return (
      <Alert tone="warning" title={`${held.name} étudie cette demande depuis ${held.since}.`}>
        <p>Vous pouvez la lire et écrire vos remarques. Si vous décidez tous les deux, seule la première décision compte.</p>
        <ActionButton action={takeChargeAction} fields={{ ...fields, over: "yes" }} variant="secondary" size="small" onDone={setHeld}>
          Prendre le relais
        </ActionButton>
      </Alert>
    );
  return (
    <div className="rounded-md border border-line bg-surface-raised px-4 py-2">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p role="status" className="flex items-center gap-2">
          <UserRoundCheck aria-hidden size={20} className="shrink-0 text-ink-soft" />
          {held === null
            ? "Personne n’étudie cette demande en ce moment."
            : `Vous étudiez cette demande depuis ${held.since} : vos collègues le voient.`}
        </p>
        {held === null ? (
          <ActionButton action={takeChargeAction} fields={fields} variant="secondary" size="small" onDone={setHeld}>
            Prendre en charge
          </ActionButton>
        ) : (
          <ActionButton action={releaseRequestAction} fields={fields} variant="quiet" size="small">
            Laisser à mes collègues
          </ActionButton>
        )}
      </div>
      {colleagues.length > 0 && <HandOver requestId={requestId} colleagues={colleagues} />}
    </div>
  );
}

function HandOver({ requestId, colleagues }: Pick<Props, "requestId" | "colleagues">) {
  return (
    <details className="text-sm">
      <summary className="link inline-flex min-h-9 cursor-pointer items-center">Confier à un ou une collègue</summary>
      <Form
        id="confier"
        label="Confier la demande"
        action={handOverRequestAction}
        submitLabel="Confier la demande"
        requiredNote={false}
        className="max-w-md py-2"
      >
        <input type="hidden" name="requestId" value={requestId} />
        <SelectField name="accountId" label="Collègue" required options={colleagues.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form>
    </details>
  );
}
