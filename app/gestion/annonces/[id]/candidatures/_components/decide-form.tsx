"use client";

import { Form } from "@/components/form/form";
import { RadioGroupField } from "@/components/form/radio-group-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { type Phrasing, PhrasingPicker } from "@/components/gestion/phrasing-picker";
import { decideAction } from "../actions";

const schema = () => import("@/lib/trainers/applications/schemas").then((module) => module.decideInput);

interface Props {
  /** The boxes of the list are tied to it. */
  readonly id: string;
  readonly adId: string;
  readonly limit: number;
  readonly phrasings: readonly Phrasing[];
}

/** What to do to the applications ticked above. */
export function DecideForm({ id, adId, limit, phrasings }: Props) {
  return (
    <Form
      id={id}
      label="Répondre aux candidatures cochées"
      action={decideAction}
      schema={schema}
      submitLabel="Appliquer aux candidatures cochées"
      requiredNote={false}
    >
      <input type="hidden" name="adId" value={adId} />
      <div className="group space-y-6">
        <RadioGroupField
          name="decision"
          label="Que faire des candidatures cochées ?"
          required
          choices={[
            { value: "study", label: "Les marquer comme étudiées", hint: "La personne le voit, et ne peut plus retirer sa candidature." },
            { value: "not_retain", label: "Ne pas les retenir", hint: "Chaque personne reçoit un courriel avec votre motif." },
          ]}
        />
        {/* Shown by the choice itself, so that it is so without JavaScript too. */}
        <div className="hidden space-y-2 group-has-[input[value^=not]:checked]:block">
          <TextAreaField
            name="reason"
            label="Motif"
            hint="La personne le lira tel quel. N’y mettez rien de confidentiel."
            required
            limit={limit}
            rows={4}
          />
          <PhrasingPicker phrasings={phrasings} name="reason" />
        </div>
      </div>
    </Form>
  );
}
