"use client";

import { useRef } from "react";
import { useHydrated } from "@/components/form/use-hydrated";
import { announce } from "@/components/ui/announce";

export interface Phrasing {
  readonly id: string;
  readonly title: string;
  readonly body: string;
}

interface Props {
  readonly phrasings: readonly Phrasing[];
  /** Name of the field of the form around it that receives the text. */
  readonly name: string;
}

/** Sentences of the library, put at the end of what is already written; they are then changed at will. */
export function PhrasingPicker({ phrasings, name }: Props) {
  const alive = useHydrated();
  const element = useRef<HTMLDetailsElement>(null);
  if (!alive || phrasings.length === 0) return null;
  const insert = (phrasing: Phrasing) => {
    const field = element.current?.closest("form")?.elements.namedItem(name);
    if (!(field instanceof HTMLTextAreaElement)) return;
    write(field, field.value.trim() === "" ? phrasing.body : `${field.value.trimEnd()}\n\n${phrasing.body}`);
    if (element.current !== null) element.current.open = false;
    announce(`Formulation « ${phrasing.title} » insérée`);
  };
  return (
    <details ref={element} className="text-sm">
      <summary className="link inline-flex min-h-9 cursor-pointer items-center">Insérer une formulation</summary>
      <ul className="mt-1 divide-y divide-line rounded-md border border-line bg-surface-raised">
        {phrasings.map((phrasing) => (
          <li key={phrasing.id}>
            <button
              type="button"
              className="block w-full px-3 py-2 text-left hover:bg-surface-sunken"
              onClick={() => {
                insert(phrasing);
              }}
            >
              <span className="block font-semibold">{phrasing.title}</span>
              <span className="line-clamp-2 text-ink-soft">{phrasing.body}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** As if it were typed: whoever listens to the field (counter, saving by itself) hears it. */
function write(field: HTMLTextAreaElement, text: string) {
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}
