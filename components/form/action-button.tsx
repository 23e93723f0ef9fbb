"use client";

import { lazy, Suspense, useRef, useState, type ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { ButtonSize, ButtonVariant } from "@/components/ui/button-class";
import type { FormAction } from "@/lib/core/form-state";
import { usePlainSubmission } from "./use-plain-submission";

// Loaded when a confirmation is first asked, never before.
const ConfirmDialog = lazy(() => import("@/components/ui/confirm-dialog").then((module) => ({ default: module.ConfirmDialog })));

export type Confirmation = {
  title: string;
  /** What will happen, and whether it can be undone. */
  body: ReactNode;
  confirmLabel: string;
};

const none: Readonly<Record<string, string>> = {};

type Props<Data> = {
  action: FormAction<Data>;
  /** Hidden inputs. */
  fields?: Readonly<Record<string, string>>;
  children: ReactNode;
  /** Asked with JavaScript; without it the form posts at once, so the act must be undoable or harmless. */
  confirm?: Confirmation;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  /** Full name for screen readers when the page has several alike ("Retirer Claire Martin"). */
  label?: string;
  disabled?: boolean;
  onDone?: (data: Data, message: string) => void;
  className?: string;
};

/** A form of one button: posts `fields` to `action`, with or without JavaScript. */
export function ActionButton<Data = undefined>({
  action,
  fields = none,
  children,
  confirm,
  onDone,
  label,
  className,
  ...look
}: Props<Data>) {
  const { state, pending, formAction, send } = usePlainSubmission(action, onDone);
  const [asking, setAsking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const post = () => {
    if (form.current) send(new FormData(form.current));
  };
  return (
    <form
      ref={form}
      action={formAction}
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        if (confirm) setAsking(true);
        else post();
      }}
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button
        {...look}
        type="submit"
        pending={pending}
        aria-label={pending ? undefined : label}
        aria-haspopup={confirm ? "dialog" : undefined}
      >
        {pending ? "Envoi en cours…" : children}
      </Button>
      <div role="status">
        {state.status !== "idle" && (
          <div className="mt-2">
            <Alert tone={state.status === "done" ? "success" : "danger"} title={state.message} />
          </div>
        )}
      </div>
      {confirm && asking && (
        <Suspense fallback={null}>
          <ConfirmDialog {...confirm} danger={look.variant === "danger"} onConfirm={post} onClose={setAsking.bind(null, false)} />
        </Suspense>
      )}
    </form>
  );
}
