"use client";

import { CircleAlert } from "lucide-react";
import { useEffect, useRef, type MouseEvent } from "react";
import type { FieldErrors } from "@/lib/core/refusal";

type Props = {
  message: string;
  fieldErrors: FieldErrors;
  /** Identifier of the control of a field. */
  idOf: (name: string) => string;
};

/** What went wrong, at the top of the form, with links that lead to the fields. Takes the focus when it appears: give it a new `key` at each refusal. */
export function ErrorSummary({ message, fieldErrors, idOf }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  const lines = Object.entries(fieldErrors).flatMap(([name, messages]) => messages.map((text) => ({ name, text })));
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      // Without JavaScript the browser itself brings the person here.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      data-outlined
      data-focus-target
      className="flex scroll-mt-6 gap-3 rounded-md border-2 border-danger bg-danger-soft px-4 py-4"
    >
      <CircleAlert aria-hidden size={22} className="mt-0.5 shrink-0 text-danger" />
      <div className="min-w-0 space-y-2">
        <p className="font-semibold text-danger">{message}</p>
        {lines.length > 0 && (
          <ul className="list-disc space-y-1 pl-5">
            {lines.map(({ name, text }) => (
              <li key={`${name} ${text}`}>
                {name === "" ? (
                  text
                ) : (
                  <a href={`#${idOf(name)}`} onClick={focusField} className="link font-semibold">
                    {text}
                  </a>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

const focusable = "input:not([type=hidden]), select, textarea, button, [tabindex]";

/** Composite fields (date, search) carry the identifier on a box: the first control inside takes the focus. */
function focusField(event: MouseEvent<HTMLAnchorElement>) {
  const target = document.getElementById(decodeURIComponent(event.currentTarget.hash.slice(1)));
  const control = target?.matches(focusable) ? target : target?.querySelector<HTMLElement>(focusable);
  if (!control) return;
  event.preventDefault();
  (control.closest("label, fieldset") ?? control.parentElement)?.scrollIntoView({ block: "nearest" });
  control.focus();
}
