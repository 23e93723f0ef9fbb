"use client";

import type { Editor } from "@tiptap/react";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { safeHref } from "@/lib/content/links/rules";
import { FieldError, Hint } from "./field";

/** "www.exemple.fr" is what people type. */
const completed = (typed: string) => (/^(?:[a-z]+:|[/#])/iu.test(typed) ? typed : `https://${typed}`);

/** The address of a link, asked under the toolbar; of the selected words, or written where the cursor is. */
export function RichTextLink({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }) {
  const id = useId();
  const present = editor.getAttributes("link")["href"] as unknown;
  const [address, setAddress] = useState(typeof present === "string" ? present : "");
  const [refused, setRefused] = useState(false);

  function close() {
    onClose();
    editor.commands.focus();
  }

  function apply() {
    const href = safeHref(completed(address.trim()));
    if (href === null) return setRefused(true);
    const { empty } = editor.state.selection;
    const text = editor.chain().focus();
    if (empty && typeof present !== "string")
      text.insertContent({ type: "text", text: address.trim(), marks: [{ type: "link", attrs: { href } }] }).run();
    else text.extendMarkRange("link").setLink({ href }).run();
    onClose();
  }

  return (
    <fieldset className="space-y-2 border border-b-0 border-line-strong bg-surface-raised p-3">
      <legend className="sr-only">Lien</legend>
      <label htmlFor={id} className="block w-fit font-semibold">
        Adresse du lien
      </label>
      <Hint id={`${id}-hint`}>Une page du web, une page de ce site (/intervenants/…), un courriel (mailto:…) ou un numéro (tel:…).</Hint>
      {refused && <FieldError id={`${id}-error`}>Cette adresse ne peut pas être suivie. Exemple&nbsp;: https://www.exemple.fr</FieldError>}
      <input
        id={id}
        type="text"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        value={address}
        // It was opened to be typed in.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        aria-invalid={refused ? true : undefined}
        aria-describedby={`${id}-hint${refused ? ` ${id}-error` : ""}`}
        onChange={(event) => {
          setAddress(event.target.value);
          setRefused(false);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") close();
          if (event.key !== "Enter") return;
          event.preventDefault();
          apply();
        }}
        className="control"
      />
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={apply}>
          Appliquer
        </Button>
        {typeof present === "string" && (
          <Button
            size="small"
            variant="secondary"
            onClick={() => {
              editor.chain().focus().extendMarkRange("link").unsetLink().run();
              onClose();
            }}
          >
            Retirer le lien
          </Button>
        )}
        <Button size="small" variant="quiet" onClick={close}>
          Annuler
        </Button>
      </div>
    </fieldset>
  );
}
