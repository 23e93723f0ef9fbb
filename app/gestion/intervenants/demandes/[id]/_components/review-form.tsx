"use client";

import { createContext, type ReactNode, use } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-area-field";
import { type Phrasing, PhrasingPicker } from "@/components/gestion/phrasing-picker";
import { remarkField } from "@/lib/trainers/review/fields.data";
import { saveReviewDraftAction } from "../../actions";
import { Autosave } from "./autosave";

const PhrasingsContext = createContext<readonly Phrasing[]>([]);

interface Props {
  readonly requestId: string;
  /** The sending that is read here. */
  readonly version: number;
  /** "à 14:02", when something was kept already. */
  readonly savedAt: string | null;
  readonly phrasings: readonly Phrasing[];
  readonly children: ReactNode;
}

/** The profile and what is said of it, part by part; each decision first keeps the remarks, then asks to be confirmed. */
export function ReviewForm({ requestId, version, savedAt, phrasings, children }: Props) {
  return (
    <PhrasingsContext value={phrasings}>
      <Form
        id="etude"
        label="Étude de la demande"
        action={saveReviewDraftAction}
        submitLabel={null}
        requiredNote={false}
        className="max-w-none"
      >
        <input type="hidden" name="requestId" value={requestId} />
        <input type="hidden" name="version" value={version} />
        {children}
        <div
          data-outlined
          className="sticky bottom-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-surface-raised px-4 py-3 shadow-overlay print:hidden"
        >
          <div className="min-w-0 flex-[1_1_14rem]">
            <Autosave savedAt={savedAt} />
          </div>
          <SubmitButton name="then" value="refuser" variant="danger" skipChecks>
            Ne pas retenir…
          </SubmitButton>
          <SubmitButton name="then" value="completer" variant="secondary" skipChecks>
            Demander des compléments…
          </SubmitButton>
          <SubmitButton name="then" value="valider" skipChecks>
            Valider…
          </SubmitButton>
        </div>
      </Form>
    </PhrasingsContext>
  );
}

interface RemarkProps {
  /** Part of the profile; "" is the whole. */
  readonly part: string;
  readonly title: string;
  readonly written: string;
  /** What was asked in the rounds before. */
  readonly children?: ReactNode;
}

export function RemarkField({ part, title, written, children }: RemarkProps) {
  const phrasings = use(PhrasingsContext);
  return (
    <div className="min-w-0 space-y-2 lg:pt-2">
      {children}
      <TextAreaField
        name={remarkField(part)}
        label={
          <>
            Remarque<span className="sr-only"> : {title}</span>
          </>
        }
        defaultValue={written}
        rows={3}
      />
      <PhrasingPicker phrasings={phrasings} name={remarkField(part)} />
    </div>
  );
}
