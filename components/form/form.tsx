"use client";

import { useEffect, useId, useRef, type ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import type { FormAction, TypedValues } from "@/lib/core/form-state";
import type { FieldErrors } from "@/lib/core/refusal";
import { ErrorSummary } from "./error-summary";
import { FormContext } from "./form-context";
import { SubmitButton } from "./submit-button";
import { useLeaveWarning } from "./use-leave-warning";
import { useSubmission, type LoadSchema } from "./use-submission";

type FormProps<Data> = {
  /** A server action; it receives the same entries with and without JavaScript. */
  action: FormAction<Data>;
  /** What the page knows to be wrong already: shown beside the fields and at the top, until they are answered again. */
  knownErrors?: FieldErrors;
  /** The schema of the action, loaded at the first check: `() => import("…/schemas").then((m) => m.signInInput)`. */
  schema?: LoadSchema;
  /** What the fields show first, by field name. */
  initialValues?: TypedValues;
  /** `null` when the form has its own `<SubmitButton>`s. */
  submitLabel?: ReactNode;
  /** Beside the submit button: cancel, another way. */
  secondary?: ReactNode;
  /** The sentence that explains the star. Off for forms of one field. */
  requiredNote?: boolean;
  /** Ask before leaving with unsaved answers. */
  warnBeforeLeaving?: boolean;
  resetOnDone?: boolean;
  onDone?: (data: Data, message: string) => void;
  /** Takes the place of the form once done. */
  doneContent?: ReactNode | ((data: Data, message: string) => ReactNode);
  /** Identifier of the form and prefix of those of its fields: to tie a control to it (`form="…"`) or to link to a field. */
  id?: string;
  /** Name of the form for screen readers, when the page has several. */
  label?: string;
  className?: string;
  children: ReactNode;
};

/** Posts without JavaScript; with it, checks first and keeps the page. See `use-submission.ts`. */
export function Form<Data = undefined>(props: FormProps<Data>) {
  const { action, schema, initialValues = {}, submitLabel = "Enregistrer", secondary, requiredNote = true, doneContent, children } = props;
  const generated = useId();
  const element = useRef<HTMLFormElement>(null);
  const id = props.id ?? generated;
  const form = useSubmission({
    element,
    action,
    schema,
    onDone: props.onDone,
    resetOnDone: props.resetOnDone ?? false,
    knownErrors: props.knownErrors ?? {},
  });
  const { state, pending } = form;
  const idOf = (name: string) => `${id}-${name}`;
  useErrorTitle(state.status === "refused");
  useLeaveWarning(props.warnBeforeLeaving === true && form.dirty && !pending);

  if (state.status === "done" && doneContent !== undefined) {
    return <div role="status">{typeof doneContent === "function" ? doneContent(state.data, state.message) : doneContent}</div>;
  }
  const context = {
    id,
    errors: form.errors,
    typed: state.status === "refused" ? state.values : undefined,
    refused: state.status === "refused" ? state.code : undefined,
    initial: initialValues,
    pending,
    register: form.register,
    changed: form.changed,
  };
  return (
    <FormContext value={context}>
      <form
        ref={element}
        id={props.id}
        action={form.formAction}
        onSubmit={form.onSubmit}
        onChange={(event) => {
          if ("name" in event.target && typeof event.target.name === "string") form.touched(event.target.name);
        }}
        noValidate
        aria-label={props.label}
        aria-busy={pending}
        className={props.className ?? "max-w-xl"}
      >
        <div role="status">
          {state.status === "done" && !pending && (
            <div className="mb-6">
              <Alert tone="success" title={state.message} />
            </div>
          )}
          {pending && <span className="sr-only">Envoi en cours…</span>}
        </div>
        <div className="space-y-6">
          {state.status === "refused" && (
            <ErrorSummary message={state.message} fieldErrors={state.fieldErrors} idOf={idOf} key={form.refusals} />
          )}
          {state.status === "idle" && props.knownErrors !== undefined && Object.keys(props.knownErrors).length > 0 && (
            <ErrorSummary message="Il reste des réponses à compléter sur cette page." fieldErrors={props.knownErrors} idOf={idOf} />
          )}
          {requiredNote && <p className="text-sm text-ink-soft">Les champs marqués d’une * sont obligatoires.</p>}
          {children}
          {submitLabel !== null && (
            <div className="flex flex-wrap items-center gap-3 pt-2">
              <SubmitButton>{submitLabel}</SubmitButton>
              {secondary}
            </div>
          )}
        </div>
      </form>
    </FormContext>
  );
}

const prefix = "Erreur – ";

/** The title of the page says that something is wrong: the first thing a screen reader reads after a load. */
function useErrorTitle(refused: boolean) {
  useEffect(() => {
    if (!refused) return;
    if (!document.title.startsWith(prefix)) document.title = prefix + document.title;
    return () => {
      document.title = document.title.replace(prefix, "");
    };
  }, [refused]);
}
