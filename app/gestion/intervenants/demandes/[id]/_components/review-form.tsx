"use client";

import { createContext, type ReactNode, use } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import type { ButtonVariant } from "@/components/ui/button-class";
import { TextAreaField } from "@/components/form/text-area-field";
import { type Phrasing, PhrasingPicker } from "@/components/gestion/phrasing-picker";
import { type Decision, remarkField } from "@/lib/trainers/review/fields.data";
import { saveReviewDraftAction } from "../../actions";
import { Autosave } from "./autosave";

const PhrasingsContext = createContext<readonly Phrasing[]>([]);

interface Props {
  readonly requestId: string;
  /** The sending that is read here. */
  readonly version: number;
  /** "à 14:02", when something was kept already. */
  readonly savedAt: string | null;
  /** The remarks as the server has them, by part. */
  readonly written: Readonly<Record<string, string>>;
  readonly phrasings: readonly Phrasing[];
  /** Of the parts. */
  readonly titles: Readonly<Record<string, string>>;
  readonly children: ReactNode;
}

/** The profile and what is said of it, part by part; each decision first keeps the remarks, then asks to be confirmed. */
export function ReviewForm({ requestId, version, savedAt, written, phrasings, titles, children }: Props) {
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
          data-bottom-bar
          className="sticky bottom-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-surface-raised px-3 py-2 shadow-overlay sm:px-4 sm:py-3 print:hidden"
        >
          <Autosave savedAt={savedAt} written={written} titleOf={(part) => titles[part] ?? ""} />
          <div className="flex flex-wrap gap-2 max-sm:w-full sm:gap-4">
            <Decide to="refuser" variant="danger" short="Refuser…">
              Ne pas retenir…
            </Decide>
            <Decide to="completer" variant="secondary" short="Compléments…">
              Demander des compléments…
            </Decide>
            <Decide to="valider" short="Valider…">
              Valider…
            </Decide>
          </div>
        </div>
      </Form>
    </PhrasingsContext>
  );
}

interface DecideProps {
  readonly to: Decision;
  readonly variant?: ButtonVariant;
  /** On a phone: the bar stays one line. */
  readonly short: string;
  readonly children: string;
}

const Decide = ({ to, variant = "primary", short, children }: DecideProps) => (
  <SubmitButton name="then" value={to} variant={variant} skipChecks className="max-sm:flex-1 max-sm:px-1.5 max-sm:text-sm">
    <span className="sm:hidden">{short}</span>
    <span className="max-sm:hidden">{children}</span>
  </SubmitButton>
);

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
    <div className="min-w-0 space-y-2 lg:sticky lg:top-4 lg:self-start lg:pt-2">
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
