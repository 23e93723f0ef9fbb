import type { FieldErrors, RefusalCode } from "./refusal";

/** What the browser typed, shown again after a refusal; secret fields are never in it. */
export type TypedValues = Readonly<Record<string, string | readonly string[]>>;

/**
 * What an action answers to its form (serialisable, also rendered without JavaScript).
 * `reset` counts the answers, so that a form can tell a new refusal from the one it already shows.
 */
export type FormState<Data = undefined> =
  | { readonly status: "idle" }
  | { readonly status: "done"; readonly message: string; readonly data: Data }
  | {
      readonly status: "refused";
      readonly code: RefusalCode;
      readonly message: string;
      readonly fieldErrors: FieldErrors;
      readonly values: TypedValues;
    };

export const idle: FormState<never> = { status: "idle" };

/** An action as a form sees it: `useActionState(action, idle)`. */
export type FormAction<Data = undefined> = (state: FormState<Data>, form: FormData) => Promise<FormState<Data>>;
