"use client";

import { createContext } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import type { TypedValues } from "@/lib/core/form-state";
import type { FieldErrors, RefusalCode } from "@/lib/core/refusal";

export type FormContextValue = {
  /** Prefix of the identifiers of the fields: `${id}-${name}`. */
  readonly id: string;
  readonly errors: FieldErrors;
  /** What was typed before a refusal; undefined when nothing was refused. */
  readonly typed: TypedValues | undefined;
  /** Why the last sending was refused; undefined when it was not. */
  readonly refused: RefusalCode | undefined;
  readonly initial: TypedValues;
  readonly pending: boolean;
  readonly register: (name: string) => UseFormRegisterReturn;
  /** To be called by fields that write a hidden input, which fires no event of its own. */
  readonly changed: (name: string) => void;
};

export const FormContext = createContext<FormContextValue | null>(null);
