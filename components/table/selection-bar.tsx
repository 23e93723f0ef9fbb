"use client";

import { useEffect, useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";

type Props = { formId: string; noun: { one: string; many: string }; children: ReactNode };

/** Counts the ticked rows and ticks them all; the buttons inside are the form's own and work without it. */
export function SelectionBar({ formId, noun, children }: Props) {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const update = () => {
      setCount(boxesOf(formId).filter(({ checked }) => checked).length);
    };
    const onChange = (event: Event) => {
      if (event.target instanceof HTMLInputElement && event.target.getAttribute("form") === formId) update();
    };
    update();
    document.addEventListener("change", onChange);
    return () => {
      document.removeEventListener("change", onChange);
    };
  }, [formId]);
  const tickAll = (checked: boolean) => {
    for (const box of boxesOf(formId)) box.checked = checked;
    setCount(checked ? boxesOf(formId).length : 0);
  };
  return (
    <div
      data-outlined
      data-bottom-bar
      className="sticky bottom-0 z-10 mt-3 flex flex-wrap items-center gap-3 rounded-lg border border-line bg-surface-raised px-4 py-3 shadow-overlay print:hidden"
    >
      <p role="status" className="mr-auto font-semibold">
        {count === 0
          ? `Cochez des ${noun.many} pour agir sur plusieurs à la fois.`
          : `${String(count)} ${count > 1 ? noun.many : noun.one} en sélection`}
      </p>
      <Button
        variant="quiet"
        size="small"
        onClick={() => {
          tickAll(count === 0);
        }}
      >
        {count === 0 ? "Tout cocher" : "Tout décocher"}
      </Button>
      {children}
    </div>
  );
}

const boxesOf = (formId: string) => [...document.querySelectorAll<HTMLInputElement>(`input[type=checkbox][form="${CSS.escape(formId)}"]`)];
