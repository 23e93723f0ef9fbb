"use client";

import { useEffect, useState } from "react";
import { useHydrated } from "@/components/form/use-hydrated";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Kbd } from "@/components/ui/kbd";

/** The keys of the page; each presses the button that bears it (`data-key`), so that both always do the same. */
const keys = [
  ["V", "Valider le bloc"],
  ["E", "Écrire le motif d’un refus ; Ctrl + Entrée l’envoie"],
  ["S", "Pièce suivante"],
  ["P", "Pièce précédente"],
  ["R", "Tourner le document d’un quart de tour"],
  ["+", "Agrandir"],
  ["-", "Réduire"],
  ["?", "Cette liste"],
] as const;

const off = "dossier-keys-off";

/** One key does one thing, never while somebody types; whoever dictates or shakes can turn them off (WCAG 2.1.4). */
export const StudyKeys = () => useHydrated() && <Keys />;

function Keys() {
  const [on, setOn] = useState(() => localStorage.getItem(off) === null);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (isSending(event)) press("refuse");
      else if (on && isForUs(event)) press(event.key.toLowerCase() === "=" ? "+" : event.key.toLowerCase());
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [on]);
  const toggle = () => {
    if (on) localStorage.setItem(off, "1");
    else localStorage.removeItem(off);
    setOn(!on);
  };
  return (
    <div data-key="?" className="print:hidden">
      <Disclosure title={on ? "Raccourcis du clavier" : "Raccourcis du clavier (désactivés)"}>
        <ul className="space-y-1.5">
          {keys.map(([key, words]) => (
            <li key={key} className="flex items-baseline gap-3">
              <span className="w-8 shrink-0 text-center">
                <Kbd>{key}</Kbd>
              </span>
              {words}
            </li>
          ))}
        </ul>
        <Button size="small" variant="secondary" className="mt-4" onClick={toggle}>
          {on ? "Désactiver les raccourcis" : "Activer les raccourcis"}
        </Button>
      </Disclosure>
    </div>
  );
}

const known: ReadonlySet<string> = new Set([...keys.map(([key]) => key.toLowerCase()), "="]);

const typesIn = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));

const isForUs = (event: KeyboardEvent) =>
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !event.repeat &&
  known.has(event.key.toLowerCase()) &&
  !typesIn(event.target) &&
  noDialog();

const isSending = ({ ctrlKey, metaKey, key, target }: KeyboardEvent) =>
  key === "Enter" && (ctrlKey || metaKey) && target instanceof HTMLElement && target.closest("[data-key=e]") !== null;

/** What a dialog asks comes first. */
const noDialog = () => document.querySelector("[role=dialog], [role=alertdialog]") === null;

function press(key: string): void {
  const bearer = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  const target = bearer?.matches("a, button") === true ? bearer : bearer?.querySelector<HTMLElement>("textarea, summary, button");
  if (target === null || target === undefined) return;
  if (target instanceof HTMLTextAreaElement) {
    target.focus();
    target.scrollIntoView({ block: "nearest" });
  } else target.click();
}
