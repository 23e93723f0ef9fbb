"use client";

import { clsx } from "clsx";
import { type ComponentType, useEffect, useRef, useState } from "react";
import { readRichText, writeNotation } from "@/lib/content/notation/rules";
import { emptyText } from "@/lib/content/rich-text/rules";
import type { RichText } from "@/lib/content/rich-text/vocabulary";
import { errorBar, FieldError, FieldFrame, Hint, RequiredMark } from "./field";
import type { RichTextEditorProps } from "./rich-text-editor";
import { useField, type FieldProps } from "./use-field";

interface Loaded {
  readonly Editor: ComponentType<RichTextEditorProps>;
  /** What the plain field held when the editor took its place. */
  readonly text: RichText;
  /** One was typing in it. */
  readonly focused: boolean;
}

type Props = FieldProps & { /** Lines of the field without JavaScript. */ rows?: number };

/**
 * A text with titles, lists, bold and links. `defaultValue` is its notation. Without JavaScript, or until the editor has
 * come, the notation itself is typed; the server reads both.
 */
export function RichTextField({ name, label, hint, required, disabled, defaultValue, className, rows = 14 }: Props) {
  const field = useField({ name, hint, defaultValue });
  const plain = useRef<HTMLTextAreaElement>(null);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const labelId = `${field.id}-label`;
  const noteId = `${field.id}-note`;

  useEffect(() => {
    let here = true;
    void import("./rich-text-editor").then(({ RichTextEditor }) => {
      const area = plain.current;
      if (here && area !== null)
        setLoaded({ Editor: RichTextEditor, text: readRichText(area.value) ?? emptyText, focused: document.activeElement === area });
    });
    return () => {
      here = false;
    };
  }, []);

  if (loaded === null)
    return (
      <FieldFrame {...field} label={label} hint={hint} required={required} className={className}>
        <textarea
          ref={plain}
          name={name}
          id={field.id}
          rows={rows}
          defaultValue={plainOf(field.text)}
          required={required}
          disabled={disabled}
          aria-invalid={field.invalid}
          aria-describedby={[field.describedBy, noteId].filter(Boolean).join(" ")}
          className="control resize-y"
        />
        <Hint id={noteId}>
          Une ligne vide sépare les paragraphes. «&nbsp;## Titre&nbsp;», «&nbsp;- élément&nbsp;», «&nbsp;1. étape&nbsp;»,
          «&nbsp;**gras**&nbsp;», «&nbsp;*italique*&nbsp;», «&nbsp;[libellé](https://adresse)&nbsp;».
        </Hint>
      </FieldFrame>
    );
  return (
    <div className={clsx("space-y-1.5", field.error !== undefined && errorBar, className)}>
      <div id={labelId} className="w-fit font-semibold">
        {label}
        {required && <RequiredMark />}
      </div>
      {hint !== undefined && <Hint id={field.hintId}>{hint}</Hint>}
      {field.error !== undefined && <FieldError id={field.errorId}>{field.error}</FieldError>}
      <loaded.Editor
        name={name}
        id={field.id}
        labelId={labelId}
        describedBy={field.describedBy}
        invalid={field.invalid === true}
        required={required === true}
        initial={loaded.text}
        focused={loaded.focused}
        onChange={field.changed}
      />
    </div>
  );
}

/** After a refusal the field gets back what it posted: the editor's data, or the notation. */
const plainOf = (text: string | undefined) => writeNotation(readRichText(text ?? "") ?? emptyText);
