"use client";

import { clsx } from "clsx";
import { Upload } from "lucide-react";
import { useRef, useState, type ReactNode } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { errorBar, FieldError, Hint, RequiredMark } from "./field";
import { fileHint, type FileRules } from "./file-rules";
import { FileStatus, sentenceOf } from "./file-status";
import { useField } from "./use-field";
import { useHydrated } from "./use-hydrated";
import { useUpload, type Upload as Send, type UploadedFile } from "./use-upload";

type Props = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  className?: string;
  rules: FileRules;
  /** Sends the file at once and posts its id under `name`. Without it (or without JavaScript) the file itself is posted. */
  upload?: Send;
  /** The file already there. */
  current?: UploadedFile;
  /** `null` when removed. */
  onUploaded?: (file: UploadedFile | null) => void;
};

/** A file: chosen or dropped, checked before leaving, sent with its progress, cancelled or tried again. */
export function FileField({ name, label, hint, required, disabled, className, rules, upload, current, onUploaded }: Props) {
  const field = useField({ name, hint: hint ?? fileHint(rules) });
  const alive = useHydrated();
  const sendsAtOnce = alive && upload !== undefined;
  const input = useRef<HTMLInputElement>(null);
  const [dragged, setDragged] = useState(false);
  const file = useUpload(rules, upload, current, (next) => {
    onUploaded?.(next);
    setTimeout(field.changed);
  });
  const { state } = file;
  const error = state.step === "refused" ? state.message : state.step === "failed" ? state.message : field.error;
  const errorId = `${field.id}-error`;

  function take(chosen: File | undefined) {
    if (!chosen || !input.current) return;
    const accepted = file.choose(chosen);
    // With `upload` the id is posted, not the file; a refused file must not be posted either.
    if (sendsAtOnce || !accepted) input.current.value = "";
    else if (input.current.files?.[0] !== chosen) input.current.files = listOf(chosen);
  }

  function cancel() {
    if (input.current) input.current.value = "";
    file.clear();
  }

  const busy = state.step === "sending" || state.step === "done" || state.step === "chosen";
  return (
    <div className={clsx("space-y-1.5", error !== undefined && errorBar, className)}>
      <label id={`${field.id}-label`} htmlFor={field.id} className="block w-fit font-semibold">
        {label}
        {required && <RequiredMark />}
      </label>
      <Hint id={field.hintId}>{hint ?? fileHint(rules)}</Hint>
      {error !== undefined && <FieldError id={errorId}>{error}</FieldError>}
      {sendsAtOnce && <input type="hidden" name={name} value={state.step === "done" ? state.file.id : ""} />}
      <div
        data-receiving={state.step === "sending" ? true : undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setDragged(true);
        }}
        onDragLeave={setDragged.bind(null, false)}
        onDrop={(event) => {
          event.preventDefault();
          setDragged(false);
          if (!disabled) take(event.dataTransfer.files[0]);
        }}
        className={clsx(
          "rounded-md border p-3",
          dragged ? "border-accent bg-accent-soft" : "border-line-strong bg-surface-raised",
          !busy && "border-dashed",
        )}
      >
        <FileStatus state={state} onCancel={cancel} onRetry={file.retry} />
        <input
          ref={input}
          name={sendsAtOnce ? undefined : name}
          id={field.id}
          type="file"
          aria-labelledby={alive ? `${field.id}-label ${field.id}-choose` : undefined}
          accept={rules.endings.join(",")}
          required={required}
          disabled={disabled}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={[field.hintId, error === undefined ? undefined : errorId].filter(Boolean).join(" ")}
          onChange={(event) => {
            take(event.currentTarget.files?.[0]);
          }}
          className={alive ? "peer sr-only" : "file-input"}
        />
        {alive && state.step !== "sending" && (
          <label
            id={`${field.id}-choose`}
            htmlFor={field.id}
            className={buttonClass(
              "secondary",
              "medium",
              clsx(
                "peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus",
                disabled && "pointer-events-none opacity-60",
              ),
            )}
          >
            <Upload aria-hidden size={18} />
            {busy ? "Choisir un autre fichier" : "Choisir un fichier"}
          </label>
        )}
        {!busy && (
          <p className="mt-2 text-sm text-ink-soft max-sm:hidden [@media(scripting:none)]:hidden">
            Vous pouvez aussi déposer le fichier dans ce cadre.
          </p>
        )}
      </div>
      <p role="status" className="sr-only">
        {sentenceOf(state)}
      </p>
    </div>
  );
}

/** A dropped file, as the native input holds it. */
function listOf(file: File): FileList {
  const transfer = new DataTransfer();
  transfer.items.add(file);
  return transfer.files;
}
