"use client";

import { Form } from "@/components/form/form";
import { RadioGroupField } from "@/components/form/radio-group-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { bulkActs } from "@/lib/accounts/people/bulk/vocabulary";
import { actOnPeopleAction } from "../actions";
import { Outcomes } from "./outcomes";

const schema = () => import("@/lib/accounts/people/bulk/schemas").then((module) => module.actOnPeopleInput);

const words = {
  sign_out: {
    label: "Terminer leurs sessions",
    hint: "Sur tous leurs appareils. Ce qui n’est pas enregistré peut être perdu ; elles pourront se reconnecter.",
  },
  block: {
    label: "Bloquer leurs comptes",
    hint: "Leurs sessions se terminent et elles ne peuvent plus se connecter. Leurs données et leurs rôles restent ; vous pourrez débloquer.",
  },
  unblock: { label: "Débloquer leurs comptes", hint: "Elles pourront se connecter de nouveau, avec les mêmes rôles." },
} as const;
const choices = bulkActs.map((value) => ({ value, ...words[value] }));

interface Props {
  /** Joined by dots, as the address has them. */
  readonly ids: string;
  readonly count: number;
  readonly listHref: string;
}

/** What to do to the people shown above: the page is the confirmation, and the answer comes person by person. */
export function ActForm({ ids, count, listHref }: Props) {
  return (
    <Form
      id="agir"
      label="Agir sur la sélection"
      action={actOnPeopleAction}
      schema={schema}
      submitLabel={count === 1 ? "Agir sur cette personne" : `Agir sur ces ${count} personnes`}
      requiredNote={false}
      doneContent={(outcomes, message) => <Outcomes outcomes={outcomes} message={message} listHref={listHref} />}
    >
      <input type="hidden" name="ids" value={ids} />
      <div className="group space-y-6">
        <RadioGroupField name="act" label="Que faire ?" required choices={choices} />
        {/* Shown by the choice itself, so that it is so without JavaScript too. */}
        <div className="hidden group-has-[input[value=block]:checked]:block">
          <TextAreaField
            name="reason"
            label="Motif du blocage"
            hint="Chaque personne le lira dans le courriel qu’elle reçoit. N’y mettez rien de confidentiel."
            required
            rows={3}
            limit={500}
          />
        </div>
      </div>
    </Form>
  );
}
