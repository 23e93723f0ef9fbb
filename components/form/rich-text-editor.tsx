"use client";

import { EditorContent, type JSONContent, useEditor } from "@tiptap/react";
import { StarterKit } from "@tiptap/starter-kit";
import { useEffect, useRef, useState } from "react";
import { safeHref } from "@/lib/content/links/rules";
import { cleanRichText } from "@/lib/content/rich-text/rules";
import type { RichText } from "@/lib/content/rich-text/vocabulary";
import { RichTextToolbar } from "./rich-text-toolbar";

export interface RichTextEditorProps {
  readonly name: string;
  readonly id: string;
  readonly labelId: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly required: boolean;
  readonly initial: RichText;
  readonly focused: boolean;
  readonly onChange: () => void;
}

const extensions = [
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    strike: false,
    underline: false,
    dropcursor: false,
    heading: { levels: [2, 3] },
    link: {
      openOnClick: false,
      defaultProtocol: "https",
      isAllowedUri: (address) => safeHref(address) !== null,
      HTMLAttributes: { target: null, rel: null, class: "link" },
    },
  }),
];

/** What is posted: the normal form, or what was typed as it is, for the server to refuse in words. */
const dataOf = (json: unknown) => JSON.stringify(cleanRichText(json) ?? json);

/** The editor itself, loaded by `RichTextField`. Its text is posted by a hidden field, as data. */
export function RichTextEditor({ name, id, labelId, describedBy, invalid, required, initial, focused, onChange }: RichTextEditorProps) {
  const [data, setData] = useState(() => dataOf(initial));
  const changed = useRef(onChange);
  useEffect(() => {
    changed.current = onChange;
  });
  const attributes = {
    id,
    role: "textbox",
    "aria-multiline": "true",
    "aria-labelledby": labelId,
    "aria-required": String(required),
    ...(describedBy !== undefined && { "aria-describedby": describedBy }),
    ...(invalid && { "aria-invalid": "true" }),
    class: "rich-text control min-h-72 whitespace-pre-wrap rounded-t-none",
  };
  const editor = useEditor({
    extensions,
    content: initial.content.length === 0 ? "" : (structuredClone(initial) as JSONContent),
    // The content security policy refuses styles that a script writes: ours are in globals.css.
    injectCSS: false,
    autofocus: focused ? "end" : false,
    editorProps: {
      attributes,
      // Tab leaves the field, as everywhere; lists have buttons to move their lines.
      handleDOMEvents: { keydown: (_view, event) => event.key === "Tab" },
    },
    onUpdate: (update) => {
      setData(dataOf(update.editor.getJSON()));
      // Once the hidden field holds it.
      setTimeout(() => {
        changed.current();
      });
    },
  });
  useEffect(() => {
    editor?.setOptions({ editorProps: { ...editor.options.editorProps, attributes } });
    // oxlint-disable-next-line react/exhaustive-deps -- the attributes follow these two
  }, [editor, describedBy, invalid]);

  return (
    <div>
      {editor !== null && <RichTextToolbar editor={editor} controls={id} />}
      <EditorContent editor={editor} />
      <input type="hidden" name={name} value={data} />
    </div>
  );
}
