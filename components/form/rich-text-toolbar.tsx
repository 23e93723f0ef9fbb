"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import {
  Bold,
  Heading2,
  Heading3,
  Italic,
  Link,
  List,
  ListIndentDecrease,
  ListIndentIncrease,
  ListOrdered,
  Redo2,
  Undo2,
} from "lucide-react";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { RichTextLink } from "./rich-text-link";

interface Tool {
  readonly label: string;
  readonly icon: ReactNode;
  readonly act: () => void;
  /** On or off, for what has two states. */
  readonly pressed?: boolean;
  readonly off?: boolean;
}

const icon = { "aria-hidden": true, size: 20 } as const;

function stateOf({ editor }: { readonly editor: Editor }) {
  return {
    bold: editor.isActive("bold"),
    italic: editor.isActive("italic"),
    title: editor.isActive("heading", { level: 2 }),
    subtitle: editor.isActive("heading", { level: 3 }),
    bullets: editor.isActive("bulletList"),
    numbers: editor.isActive("orderedList"),
    link: editor.isActive("link"),
    deeper: editor.can().sinkListItem("listItem"),
    higher: editor.can().liftListItem("listItem"),
    undo: editor.can().undo(),
    redo: editor.can().redo(),
  };
}

/** The buttons of the editor: one stop of the Tab key, then the arrows; each says whether it is on. */
export function RichTextToolbar({ editor, controls }: { readonly editor: Editor; readonly controls: string }) {
  const state = useEditorState({ editor, selector: stateOf });
  const [stop, setStop] = useState(0);
  const [linking, setLinking] = useState(false);
  const text = () => editor.chain().focus();
  const tools: readonly Tool[] = [
    { label: "Gras", icon: <Bold {...icon} />, pressed: state.bold, act: () => text().toggleBold().run() },
    { label: "Italique", icon: <Italic {...icon} />, pressed: state.italic, act: () => text().toggleItalic().run() },
    { label: "Titre", icon: <Heading2 {...icon} />, pressed: state.title, act: () => text().toggleHeading({ level: 2 }).run() },
    { label: "Sous-titre", icon: <Heading3 {...icon} />, pressed: state.subtitle, act: () => text().toggleHeading({ level: 3 }).run() },
    { label: "Liste à puces", icon: <List {...icon} />, pressed: state.bullets, act: () => text().toggleBulletList().run() },
    { label: "Liste numérotée", icon: <ListOrdered {...icon} />, pressed: state.numbers, act: () => text().toggleOrderedList().run() },
    {
      label: "Diminuer le retrait",
      icon: <ListIndentDecrease {...icon} />,
      off: !state.higher,
      act: () => text().liftListItem("listItem").run(),
    },
    {
      label: "Augmenter le retrait",
      icon: <ListIndentIncrease {...icon} />,
      off: !state.deeper,
      act: () => text().sinkListItem("listItem").run(),
    },
    { label: "Lien", icon: <Link {...icon} />, pressed: state.link, act: () => setLinking(true) },
    { label: "Annuler", icon: <Undo2 {...icon} />, off: !state.undo, act: () => text().undo().run() },
    { label: "Rétablir", icon: <Redo2 {...icon} />, off: !state.redo, act: () => text().redo().run() },
  ];

  function move(event: KeyboardEvent<HTMLDivElement>) {
    const step = { ArrowRight: stop + 1, ArrowLeft: stop - 1, Home: 0, End: tools.length - 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (step + tools.length) % tools.length;
    setStop(next);
    event.currentTarget.querySelectorAll("button")[next]?.focus();
  }

  return (
    <>
      <div
        role="toolbar"
        tabIndex={-1}
        aria-label="Mise en forme"
        aria-controls={controls}
        onKeyDown={move}
        className="flex flex-wrap gap-0.5 rounded-t-md border border-b-0 border-line-strong bg-surface-sunken p-1"
      >
        {tools.map(({ label, icon: drawn, act, pressed, off }, index) => (
          <button
            key={label}
            type="button"
            title={label}
            aria-label={label}
            aria-pressed={pressed}
            aria-disabled={off}
            aria-expanded={label === "Lien" ? linking : undefined}
            tabIndex={index === stop ? 0 : -1}
            onMouseDown={(event) => {
              // The text keeps its selection.
              event.preventDefault();
            }}
            onFocus={() => {
              setStop(index);
            }}
            onClick={() => {
              if (off !== true) act();
            }}
            className="flex size-10 items-center justify-center rounded-md hover:bg-surface-raised aria-disabled:cursor-default aria-disabled:text-ink-soft aria-disabled:opacity-60 aria-pressed:bg-accent aria-pressed:text-accent-ink"
          >
            {drawn}
          </button>
        ))}
      </div>
      {linking && (
        <RichTextLink
          editor={editor}
          onClose={() => {
            setLinking(false);
          }}
        />
      )}
    </>
  );
}
