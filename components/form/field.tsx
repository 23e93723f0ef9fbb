import { clsx } from "clsx";
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

/** The mark explained once at the top of the form; "obligatoire" is told by the `required` attribute. */
export function RequiredMark() {
  return (
    <span aria-hidden className="text-danger">
      {" "}
      *
    </span>
  );
}

export function Hint({ id, children }: { id?: string | undefined; children: ReactNode }) {
  return (
    <div id={id} className="text-sm text-ink-soft">
      {children}
    </div>
  );
}

export function FieldError({ id, children }: { id?: string | undefined; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1.5 text-sm font-semibold text-danger">
      <CircleAlert aria-hidden size={18} className="mt-0.5 shrink-0" />
      <span>
        <span className="sr-only">Erreur&nbsp;: </span>
        {children}
      </span>
    </p>
  );
}

type FrameProps = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  hintId?: string | undefined;
  error?: string | undefined;
  errorId?: string | undefined;
  required?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** The bar at the left of a field in error: seen while scrolling, without moving the other fields. */
export const errorBar = "border-l-4 border-danger pl-4";

/** Label, hint, error, then the control: the same order for every field. */
export function FieldFrame({ id, label, hint, hintId, error, errorId, required, className, children }: FrameProps) {
  return (
    <div className={clsx("space-y-1.5", error !== undefined && errorBar, className)}>
      <label htmlFor={id} className="block w-fit font-semibold">
        {label}
        {required && <RequiredMark />}
      </label>
      {hint !== undefined && <Hint id={hintId}>{hint}</Hint>}
      {error !== undefined && <FieldError id={errorId}>{error}</FieldError>}
      {children}
    </div>
  );
}

type GroupProps = Omit<FrameProps, "id"> & { id?: string; describedBy?: string | undefined };

/** The same for several controls that answer one question. */
export function FieldGroup({ id, label, hint, hintId, error, errorId, required, className, describedBy, children }: GroupProps) {
  return (
    <fieldset id={id} aria-describedby={describedBy} className={clsx("min-w-0", error !== undefined && errorBar, className)}>
      <legend className="float-left mb-1.5 w-full font-semibold">
        {label}
        {required && <RequiredMark />}
      </legend>
      <div className="clear-both space-y-1.5">
        {hint !== undefined && <Hint id={hintId}>{hint}</Hint>}
        {error !== undefined && <FieldError id={errorId}>{error}</FieldError>}
        {children}
      </div>
    </fieldset>
  );
}
