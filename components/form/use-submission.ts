"use client";

import { useState, type FormEvent, type RefObject } from "react";
import { useForm, type FieldValues, type Resolver } from "react-hook-form";
import type { ZodType } from "zod";
import type { FormAction, FormState } from "@/lib/core/form-state";
import type { FieldErrors } from "@/lib/core/refusal";
import { answersOf, countOfErrors, flattenErrors, textsOf, valuesOf } from "./form-values";
import { usePlainSubmission } from "./use-plain-submission";

/** Loads a schema at the first validation, so that zod is not in the first download of the page. */
export type LoadSchema = () => Promise<ZodType<FieldValues, FieldValues>>;

type Options<Data> = {
  element: RefObject<HTMLFormElement | null>;
  action: FormAction<Data>;
  schema: LoadSchema | undefined;
  onDone: ((data: Data, message: string) => void) | undefined;
  resetOnDone: boolean;
  knownErrors: FieldErrors;
};

/**
 * One form's life: check in the browser with the server's own schema, hand the same entries to the same action,
 * keep what was typed whatever happens. Without JavaScript only `formAction` is used.
 */
export function useSubmission<Data>({ element, action, schema, onDone, resetOnDone, knownErrors }: Options<Data>) {
  const { state, setState, pending, formAction, once, ask } = usePlainSubmission(action, onDone);
  /** Fields answered again since they were refused: their message is out of date. */
  const [corrected, setCorrected] = useState<ReadonlySet<string>>(new Set());
  /** Grows at each refusal: the summary then takes the focus. */
  const [refusals, setRefusals] = useState(0);
  const [dirty, setDirty] = useState(false);
  const form = useForm({
    ...(schema && { resolver: (...check) => checkEntries(schema, element.current, ...check) }),
    mode: "onSubmit",
    reValidateMode: "onChange",
    shouldFocusError: false,
  });
  const errors: FieldErrors = { ...stillWrong(state, knownErrors, corrected), ...flattenErrors(form.formState.errors) };

  function refuse(here?: FormState<never>) {
    if (here !== undefined) setState(here);
    setCorrected(new Set());
    setRefusals((count) => count + 1);
  }

  function touched(name: string) {
    setDirty(true);
    if (!corrected.has(name)) setCorrected(new Set([...corrected, name]));
  }

  async function send(entries: FormData, target: HTMLFormElement) {
    const { status } = await ask(entries);
    if (status === "refused") return refuse();
    setDirty(false);
    form.reset(undefined, { keepValues: true });
    if (status === "done") conclude(target, resetOnDone);
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const target = event.currentTarget;
    const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
    const entries = answersOf(target, submitter);
    if (isReceivingFile(target)) return refuse(stillReceiving(entries));
    once(() => {
      if (submitter?.hasAttribute("formnovalidate")) return send(entries, target);
      return form.handleSubmit(
        () => send(entries, target),
        (errors) => {
          refuse(locally(flattenErrors(errors), entries));
        },
      )(event);
    });
  }

  return {
    state,
    pending,
    dirty,
    refusals,
    formAction,
    onSubmit,
    errors,
    register: (name: string) => form.register(name),
    /** An answer changed: called for every native control by the form itself. */
    touched,
    /** The same for a control that fires no event of its own. */
    changed: (name: string) => {
      touched(name);
      if (schema && form.formState.isSubmitted) void form.trigger(name);
    },
  };
}

/** The messages of a refusal, or of the page before anything was sent, about fields not answered again since. */
const stillWrong = (state: FormState<unknown>, known: FieldErrors, corrected: ReadonlySet<string>): FieldErrors =>
  state.status === "done" ? {} : notYet(state.status === "refused" ? state.fieldErrors : known, corrected);

const notYet = (errors: FieldErrors, corrected: ReadonlySet<string>): FieldErrors =>
  Object.fromEntries(Object.entries(errors).filter(([name]) => !corrected.has(name)));

/** The message stands at the top of the form, often above what is on screen. */
function conclude(form: HTMLFormElement, reset: boolean) {
  if (reset) form.reset();
  if (form.getBoundingClientRect().top < 0) form.scrollIntoView({ block: "start" });
}

const refused = (message: string, fieldErrors: FieldErrors, entries: FormData): FormState<never> => ({
  status: "refused",
  code: "invalid",
  message,
  fieldErrors,
  values: textsOf(entries),
});
const locally = (fieldErrors: FieldErrors, entries: FormData) =>
  refused(`Le formulaire contient ${countOfErrors(fieldErrors)}.`, fieldErrors, entries);
const stillReceiving = (entries: FormData) =>
  refused("Un fichier se charge encore. Attendez qu’il soit là, puis recommencez.", {}, entries);

/** A file that is on its way (file-field.tsx) would be missed by what leaves now. */
const isReceivingFile = (form: HTMLFormElement): boolean => form.querySelector("[data-receiving]") !== null;

/** Reads the form itself rather than the library's copy: the schema sees exactly what the server will. */
async function checkEntries(schema: LoadSchema, form: HTMLFormElement | null, ...[values, context, options]: Parameters<Resolver>) {
  if (!form) return { values, errors: {} };
  try {
    const [{ zodResolver }, loaded] = await Promise.all([import("@hookform/resolvers/zod"), schema()]);
    return await zodResolver(loaded)(valuesOf(answersOf(form)), context, options);
  } catch {
    return { values, errors: {} }; // The schema could not be loaded: the server checks anyway.
  }
}
