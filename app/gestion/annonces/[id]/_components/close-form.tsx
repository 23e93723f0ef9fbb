"use client";

import { CheckboxField } from "@/components/form/checkbox-field";
import { Form } from "@/components/form/form";
import { TextAreaField } from "@/components/form/text-area-field";
import { type Phrasing, PhrasingPicker } from "@/components/gestion/phrasing-picker";
import { closeAdAction } from "../../actions";

const schema = () => import("@/lib/trainers/ads/schemas").then((module) => module.closeAdInput);

interface Props {
  readonly adId: string;
  /** "3 personnes n’ont pas encore de réponse."; null: nobody waits for one. */
  readonly waiting: string | null;
  readonly phrasings: readonly Phrasing[];
}

/** Ends an ad, with why: the log keeps it, and the people who applied may be told in the same gesture (EI-96). */
export function CloseForm({ adId, waiting, phrasings }: Props) {
  return (
    <Form
      id="cloturer"
      label="Clôturer l’annonce"
      action={closeAdAction}
      schema={schema}
      submitLabel="Clôturer l’annonce"
      requiredNote={false}
    >
      <input type="hidden" name="adId" value={adId} />
      <div className="space-y-2">
        <TextAreaField name="reason" label="Motif" required limit={500} rows={3} hint="Ex. : un intervenant a été retenu." />
        <PhrasingPicker phrasings={phrasings} name="reason" />
      </div>
      {waiting !== null && (
        <CheckboxField
          name="tellApplicants"
          label="Prévenir tous les candidats"
          defaultChecked
          hint={`${waiting} Leur candidature devient « Non retenue », et chacune reçoit un courriel avec le motif ci-dessus.`}
        />
      )}
    </Form>
  );
}
