"use client";

import { Printer } from "lucide-react";
import { useHydrated } from "@/components/form/use-hydrated";
import { Button } from "./button";

/** Prints the page; only there when it can act (the browser's own menu does the same). */
export function PrintButton() {
  if (!useHydrated()) return null;
  return (
    <Button
      variant="secondary"
      icon={<Printer aria-hidden size={18} />}
      onClick={() => {
        window.print();
      }}
    >
      Imprimer
    </Button>
  );
}
