"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { announce } from "./announce";
import { Button } from "./button";

type Props = { text: string; label?: string; /** What is copied, for screen readers. */ what?: string };

/** Copies a text (a link, a number, rescue codes). */
export function CopyButton({ text, label = "Copier", what }: Props) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      announce(what === undefined ? "Copié." : `Copié : ${what}.`);
    } catch {
      announce("La copie n’a pas fonctionné. Sélectionnez le texte pour le copier.");
    }
  };
  return (
    <Button
      variant="secondary"
      size="small"
      icon={copied ? <Check aria-hidden size={18} /> : <Copy aria-hidden size={18} />}
      onClick={() => void copy()}
    >
      {copied ? "Copié" : label}
      {what !== undefined && <span className="sr-only"> {what}</span>}
    </Button>
  );
}
